package dev.serai.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a document's {@code sh} blocks, in their order. */
final class WalkThrough {

    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<'(\\w+)'");
    private static final String PROMISE = " # → ";

    /**
     * One command.
     *
     * @param text what is pasted
     * @param promise what its output contains, as told by a comment behind it; empty when nothing is told
     */
    record Command(String text, String promise) {}

    private WalkThrough() {}

    static List<Command> in(Path document) throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(document));
        while (blocks.find()) {
            commands.addAll(commandsOf(blocks.group(1).lines().toList()));
        }
        return commands;
    }

    private static List<Command> commandsOf(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder text = new StringBuilder(lines.get(i));
            Matcher document = HERE_DOCUMENT.matcher(lines.get(i));
            if (document.find()) {
                do {
                    text.append('\n').append(lines.get(++i));
                } while (!lines.get(i).equals(document.group(1)));
            }
            while (lines.get(i).endsWith("\\")) {
                text.append('\n').append(lines.get(++i));
            }
            commands.add(command(text.toString()));
        }
        return commands;
    }

    private static Command command(String text) {
        int promise = text.lastIndexOf(PROMISE);
        return promise < 0
                ? new Command(text, "")
                : new Command(
                        text.substring(0, promise).strip(),
                        text.substring(promise + PROMISE.length()).strip());
    }
}
