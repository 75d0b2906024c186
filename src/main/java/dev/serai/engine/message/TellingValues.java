package dev.serai.engine.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that tell by their form what they are: IBANs, card numbers, tokens. */
final class TellingValues {

    private static final int SHORTEST = 12;
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern CARD = Pattern.compile("(?<![\\d.-])\\d(?:[ -]?\\d){12,18}(?![\\d.-])");
    private static final Pattern LOGIN = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_.-]+");

    private TellingValues() {}

    static String hide(String text) {
        if (text.length() < SHORTEST) {
            return text;
        }
        String masked = LOGIN.matcher(text).replaceAll("$1 " + Masking.MASK);
        masked = JWT.matcher(masked).replaceAll(Masking.MASK);
        return cards(ibans(masked));
    }

    private static String ibans(String text) {
        return IBAN.matcher(text)
                .replaceAll(found -> isIban(found.group()) ? Masking.MASK : Matcher.quoteReplacement(found.group()));
    }

    /** The check of ISO 13616: the number, its first four characters moved to the end, leaves 1 when divided by 97. */
    private static boolean isIban(String seen) {
        String text = seen.replace(" ", "");
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt((i + 4) % text.length()), 36);
            rest = (digit > 9 ? rest * 100 + digit : rest * 10 + digit) % 97;
        }
        return rest == 1;
    }

    private static String cards(String text) {
        return CARD.matcher(text)
                .replaceAll(found -> isCard(found.group()) ? Masking.MASK : Matcher.quoteReplacement(found.group()));
    }

    /** The Luhn check: nine in ten of other numbers of 16 digits stay readable. */
    private static boolean isCard(String seen) {
        int sum = 0;
        boolean twice = false;
        for (int i = seen.length() - 1; i >= 0; i--) {
            int digit = Character.digit(seen.charAt(i), 10);
            if (digit >= 0) {
                int counted = twice ? digit * 2 : digit;
                sum += counted > 9 ? counted - 9 : counted;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
