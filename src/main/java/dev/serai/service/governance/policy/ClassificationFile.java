package dev.serai.service.governance.policy;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.service.governance.classification.Classification;
import dev.serai.service.governance.classification.DataClass;
import dev.serai.service.governance.classification.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@code config/classification.yaml}: the data classes, and how their fields are known. */
final class ClassificationFile {

    private static final String PLACE = "config/classification.yaml";
    private static final List<String> OF_CLASS = List.of("detectors", "names", "paths");

    private ClassificationFile() {}

    /** What it says; nothing when it is not there. What is wrong is told. */
    static Classification read(Path file, Consumer<Finding> problems) {
        if (!Files.exists(file)) {
            return Classification.NONE;
        }
        try {
            return Section.read(PLACE, Files.readString(file), problems)
                    .map(ClassificationFile::classification)
                    .orElse(Classification.NONE);
        } catch (IOException e) {
            problems.accept(Finding.error(
                    PLACE, 0, 0, Section.CHECK, "the file cannot be read: " + e.getMessage(), "save it as UTF-8"));
            return Classification.NONE;
        }
    }

    private static Classification classification(Section root) {
        root.expectOnly(List.of("classes"), "key");
        Section classes = root.section("classes");
        List<DataClass> read = new ArrayList<>();
        classes.keys().forEach(name -> read.add(dataClass(name, classes.section(name))));
        return new Classification(read);
    }

    private static DataClass dataClass(String name, Section section) {
        section.expectOnly(OF_CLASS, "key of a data class");
        List<Detector> detectors = section.texts("detectors").stream()
                .flatMap(word -> detector(word, section).stream())
                .toList();
        return new DataClass(name, detectors, section.texts("names"), section.texts("paths"));
    }

    private static Optional<Detector> detector(String word, Section section) {
        List<String> known = Stream.of(Detector.values()).map(Detector::word).toList();
        if (known.contains(word)) {
            return Optional.of(Detector.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        String near = DidYouMean.hint(word, known);
        section.report(
                "detectors",
                "there is no detector \"" + word + "\"",
                near.isEmpty() ? "there are " + String.join(", ", known) : near);
        return Optional.empty();
    }
}
