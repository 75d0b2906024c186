package dev.serai.runtime;

import dev.serai.cli.Diagnosis;
import dev.serai.cli.Diagnosis.Grade;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Tells how long a certificate is good for.
 *
 * @param now the moment it is told for
 */
record Validity(Instant now) {

    private static final Duration SOON = Duration.ofDays(30);

    /**
     * @param subject what is looked at
     * @param hint what to do when it is not good, or not for long
     */
    Diagnosis of(X509Certificate certificate, String subject, String hint) {
        String name = certificate.getSubjectX500Principal().getName();
        Instant end = certificate.getNotAfter().toInstant();
        Instant begin = certificate.getNotBefore().toInstant();
        if (end.isBefore(now)) {
            return new Diagnosis(subject, Grade.ERROR, name + " expired on " + day(end), hint);
        }
        if (begin.isAfter(now)) {
            return new Diagnosis(
                    subject,
                    Grade.ERROR,
                    name + " is not valid before " + day(begin),
                    "look at this machine's clock, or issue the certificate again");
        }
        if (end.isBefore(now.plus(SOON))) {
            long days = Duration.between(now, end).toDays();
            return new Diagnosis(subject, Grade.WARNING, name + " expires in " + days + " days, on " + day(end), hint);
        }
        return new Diagnosis(subject, Grade.OK, name + ", valid until " + day(end), "");
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
