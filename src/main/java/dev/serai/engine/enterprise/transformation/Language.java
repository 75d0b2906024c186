package dev.serai.engine.enterprise.transformation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mapping is written in, told by its file's name. */
enum Language {
    JSLT("mapping.jslt"),
    JQ("mapping.jq"),
    JSONATA("mapping.jsonata"),
    JOLT("mapping.jolt"),
    GROOVY("mapping.groovy"),
    DATASONNET("mapping.ds"),
    XSLT("mapping.xslt");

    private final String file;

    Language(String file) {
        this.file = file;
    }

    /** Name of the mapping's file. */
    String file() {
        return file;
    }

    /** The language of the mapping in a folder; empty when there is none. */
    static Optional<Language> in(Path folder) {
        return Stream.of(values())
                .filter(language -> Files.isRegularFile(folder.resolve(language.file())))
                .findFirst();
    }
}
