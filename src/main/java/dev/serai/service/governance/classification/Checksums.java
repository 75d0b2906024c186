package dev.serai.service.governance.classification;

import java.util.Locale;

/** The check digits of numbers that are given to persons, accounts and cards: what tells them from other numbers. */
final class Checksums {

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

    private Checksums() {}

    /** ISO/IEC 7812: cards. */
    static boolean luhn(String seen) {
        String digits = digits(seen);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: bank accounts; the first four characters moved to the end, the rest of a division by 97 is 1. */
    static boolean iban(String seen) {
        String text = seen.replace(" ", "").toUpperCase(Locale.ROOT);
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt((i + 4) % text.length()), 36);
            rest = (digit > 9 ? rest * 100 + digit : rest * 10 + digit) % 97;
        }
        return rest == 1;
    }

    /** ISO 7064, MOD 11,10: the German tax number of persons; besides, one digit of the first ten stands there twice or thrice. */
    static boolean steuerId(String seen) {
        String digits = digits(seen);
        if (digits.chars().limit(10).distinct().count() > 9 || digits.charAt(0) == '0') {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digits.charAt(10) - '0';
    }

    /** The Spanish DNI and NIE: the letter is told by the number. */
    static boolean dni(String seen) {
        String text = seen.toUpperCase(Locale.ROOT)
                .replace('X', '0')
                .replace('Y', '1')
                .replace('Z', '2');
        char letter = seen.toUpperCase(Locale.ROOT).charAt(seen.length() - 1);
        return DNI_LETTERS.charAt(Integer.parseInt(text.substring(0, 8)) % DNI_LETTERS.length()) == letter;
    }

    /** The French number of social security: 97 less the rest of a division by 97. */
    static boolean nir(String seen) {
        String text = seen.replace(" ", "")
                .toUpperCase(Locale.ROOT)
                .replace("2A", "19")
                .replace("2B", "18");
        return 97 - Long.parseLong(text.substring(0, 13)) % 97 == Long.parseLong(text.substring(13));
    }

    /** The Polish PESEL. */
    static boolean pesel(String seen) {
        int sum = 0;
        for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
            sum += (seen.charAt(i) - '0') * PESEL_WEIGHTS[i];
        }
        int month = Integer.parseInt(seen.substring(2, 4)) % 20;
        boolean dated = month >= 1 && month <= 12;
        return dated && (10 - sum % 10) % 10 == seen.charAt(10) - '0';
    }

    /** The numbers of social security of the United States that are given to nobody are told by their parts. */
    static boolean ssn(String seen) {
        String digits = digits(seen);
        String area = digits.substring(0, 3);
        return !area.equals("000")
                && !area.equals("666")
                && area.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
