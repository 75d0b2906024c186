package dev.serai.adapter.legacy.copybook.language;

/** How the lines of a copybook are laid out. */
public enum SourceForm {
    /** Told by the lines themselves. */
    AUTO,
    /** Columns 1 to 6 sequence, 7 indicator, 8 to 72 text, the rest identification. */
    FIXED,
    /** Text from the first column on. */
    FREE;

    private static final String INDICATORS = " *-/Dd$";

    /** What the lines look like: fixed when each has blanks or a sequence in front of a known indicator. */
    SourceForm of(String content) {
        if (this != AUTO) {
            return this;
        }
        return content.lines().allMatch(SourceForm::looksFixed) ? FIXED : FREE;
    }

    private static boolean looksFixed(String raw) {
        String line = SourceText.expand(raw).stripTrailing();
        String sequence = line.substring(0, Math.min(6, line.length()));
        if (line.length() <= 6) {
            return sequence.isBlank() || sequence.chars().allMatch(Character::isDigit);
        }
        boolean area = sequence.isBlank()
                || sequence.indexOf(' ') < 0
                || sequence.stripLeading().chars().allMatch(Character::isDigit);
        return area && INDICATORS.indexOf(line.charAt(6)) >= 0;
    }
}
