package dev.serai.adapter.legacy.copybook.language;

/**
 * Where the sign of a number of characters stands.
 *
 * @param leading before the digits rather than behind them
 * @param separate in a character of its own rather than over a digit
 */
public record SignRule(boolean leading, boolean separate) {

    /** Over the last digit. */
    public static final SignRule STANDARD = new SignRule(false, false);
}
