package dev.serai.service.governance.rule;

import dev.serai.engine.cloud.pack.Packs;
import org.jspecify.annotations.Nullable;

/** The language of rules, loaded with its pack when the first rule is read: who has no policies does not pay for it. */
public final class PackedRules implements RuleLanguage {

    private static final String PACK = "cel";
    private static final String CLASS = "dev.serai.service.governance.cel.CelRules";

    private final Packs packs;
    private volatile @Nullable RuleLanguage loaded;

    public PackedRules(Packs packs) {
        this.packs = packs;
    }

    @Override
    public Rule rule(String expression, Vocabulary vocabulary) throws RuleException {
        return language().rule(expression, vocabulary);
    }

    @Override
    public Rule value(String expression, Vocabulary vocabulary) throws RuleException {
        return language().value(expression, vocabulary);
    }

    @Override
    public Object constant(Object value) {
        RuleLanguage language = loaded;
        return language == null ? value : language.constant(value);
    }

    private synchronized RuleLanguage language() throws RuleException {
        RuleLanguage language = loaded;
        if (language == null) {
            language = load();
            loaded = language;
        }
        return language;
    }

    private RuleLanguage load() throws RuleException {
        if (!packs.names().contains(PACK)) {
            throw new RuleException("this home has no connectors/cel, which brings the language of rules", 0, 0);
        }
        try {
            return (RuleLanguage)
                    packs.loader(PACK).loadClass(CLASS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(CLASS + " of connectors/cel cannot be loaded", e);
        }
    }
}
