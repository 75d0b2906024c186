package dev.serai.engine.mesh;

/** How many letters two names differ in (Levenshtein). */
final class EditDistance {

    private EditDistance() {}

    static int between(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            above = nextRow(left.charAt(row - 1), row, right, above);
        }
        return above[right.length()];
    }

    private static int[] nextRow(char letter, int row, String right, int[] above) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
        }
        return current;
    }
}
