package dev.serai.service.governance.classification;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its form what a value is; where a number has check digits they must be right. */
public enum Detector {
    EMAIL("\\b[\\w.%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\\.){1,8}[A-Za-z]{2,24}\\b", seen -> true),
    /** With a country's prefix, or in one of the forms in which numbers are written for people; a bare run of digits is none. */
    PHONE(
            "(?<![\\w.+-])(?:\\+\\d{1,3}[ ./-]?(?:\\(\\d{1,4}\\)[ ./-]?)?\\d(?:[ ./-]?\\d){5,12}"
                    + "|\\(\\d{2,5}\\)[ -]?\\d{3,4}[ -]?\\d{3,5}|\\d{3}[-.]\\d{3}[-.]\\d{4}|0\\d{2,4}[ /-]\\d{3,8}(?:[ -]\\d{2,5})*)(?![\\w-])",
            seen -> Checksums.digits(seen).length() <= 15),
    IBAN("\\b[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?\\b", Checksums::iban),
    CARD(
            "(?<![\\d.+-])[2-6]\\d{3}(?:[ -]?\\d{4}){2}[ -]?\\d{1,7}(?![\\d.-])|(?<![\\d.+-])3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}(?![\\d.-])",
            Checksums::luhn),
    /** Of Germany, Spain, France, Poland, the United Kingdom and the United States. */
    NATIONAL_ID(
            "(?<![\\w.-])(?:(?<de>[1-9]\\d{10})|(?<es>[XYZxyz\\d]\\d{7}[A-Za-z])"
                    + "|(?<fr>[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[ABab]) ?\\d{3} ?\\d{3} ?\\d{2})|(?<us>\\d{3}-\\d{2}-\\d{4})"
                    + "|(?<uk>(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])|(?<pl>0\\d{10}))(?![\\w-])",
            seen -> true) {
        @Override
        boolean isTrue(Matcher found) {
            return isOf(found, "de", seen -> Checksums.steuerId(seen) || Checksums.pesel(seen))
                    || isOf(found, "es", Checksums::dni)
                    || isOf(found, "fr", Checksums::nir)
                    || isOf(found, "us", Checksums::ssn)
                    || isOf(found, "uk", seen -> true)
                    || isOf(found, "pl", Checksums::pesel);
        }
    };

    private static final int SHORTEST = 6;

    private final Pattern form;
    private final Predicate<String> check;

    Detector(String form, Predicate<String> check) {
        this.form = Pattern.compile(form);
        this.check = check;
    }

    /** As a file says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return List.of(values()).stream().map(Detector::word).toList();
    }

    /** Whether a text holds such a value. */
    public boolean finds(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        for (Matcher found = form.matcher(text); found.find(); ) {
            if (isTrue(found)) {
                return true;
            }
        }
        return false;
    }

    boolean isTrue(Matcher found) {
        return check.test(found.group());
    }

    private static boolean isOf(Matcher found, String group, Predicate<String> check) {
        String seen = found.group(group);
        return seen != null && check.test(seen);
    }
}
