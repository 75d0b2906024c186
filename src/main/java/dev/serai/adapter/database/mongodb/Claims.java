package dev.serai.adapter.database.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Documents of a collection that one claimant works on: each carries who claimed it and until when, so that two never take the same one, and what one
 * that died had claimed is free again after a time.
 */
final class Claims {

    private static final String ID = "_id";
    private static final String CLAIM = "seraiClaim";
    private static final String BY = CLAIM + ".by";
    private static final String UNTIL = CLAIM + ".until";

    private final MongoCollection<Document> collection;
    private final String claimant;
    private final Bson wanted;
    private final Bson order;
    private final Duration time;

    /**
     * @param wanted which documents
     * @param order the field that they are taken in the order of
     * @param time how long a claim keeps others away
     */
    Claims(MongoCollection<Document> collection, String claimant, Bson wanted, String order, Duration time) {
        this.collection = collection;
        this.claimant = claimant;
        this.wanted = wanted;
        this.order = Sorts.ascending(order);
        this.time = time;
    }

    /**
     * Claims the next documents.
     *
     * @param own whether also what this claimant had claimed before: it has died since, or does not know what became of it
     */
    List<Document> take(int most, boolean own) {
        Instant now = Instant.now();
        Bson free = own ? or(isFree(now), eq(BY, claimant)) : isFree(now);
        List<Object> candidates = candidates(free, most);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Date until = Date.from(now.plus(time));
        collection.updateMany(
                and(in(ID, candidates), free), set(CLAIM, new Document("by", claimant).append("until", until)));
        return claimed(candidates, until);
    }

    private static Bson isFree(Instant now) {
        return or(exists(CLAIM, false), lt(UNTIL, Date.from(now)));
    }

    private List<Object> candidates(Bson free, int most) {
        List<Object> ids = new ArrayList<>();
        collection
                .find(and(wanted, free))
                .sort(order)
                .limit(most)
                .projection(Projections.include(ID))
                .forEach(document -> ids.add(id(document)));
        return ids;
    }

    static Object id(Document document) {
        return Objects.requireNonNull(document.get(ID), "a stored document has an _id");
    }

    private List<Document> claimed(List<Object> candidates, Date until) {
        return collection
                .find(and(in(ID, candidates), eq(BY, claimant), eq(UNTIL, until)))
                .sort(order)
                .projection(Projections.exclude(CLAIM))
                .into(new ArrayList<>());
    }

    /** @return how many; others' claims have ended meanwhile, and somebody else may have worked on them too */
    long remove(List<Object> ids) {
        return ids.isEmpty()
                ? 0
                : collection.deleteMany(and(in(ID, ids), eq(BY, claimant))).getDeletedCount();
    }

    /** Lets others have it. */
    void release(Object id) {
        collection.updateOne(and(eq(ID, id), eq(BY, claimant)), unset(CLAIM));
    }
}
