package dev.serai.management.security.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the log.
 *
 * @param first number of its first record, which its name tells
 */
record Segment(Path file, long first) {

    private static final Pattern NAME = Pattern.compile("([0-9]{12,18})\\.jsonl");

    static Segment beginningAt(Path folder, long first) {
        return new Segment(folder.resolve("%012d.jsonl".formatted(first)), first);
    }

    /** Those that begin at a number or later, in order. */
    static List<Segment> in(Path folder, long from) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> of(file).stream())
                    .filter(segment -> segment.first() >= from)
                    .sorted(Comparator.comparingLong(Segment::first))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    private static Optional<Segment> of(Path file) {
        Matcher name = NAME.matcher(file.toFile().getName());
        return name.matches() ? Optional.of(new Segment(file, Long.parseLong(name.group(1)))) : Optional.empty();
    }

    long size() throws IOException {
        return Files.size(file);
    }
}
