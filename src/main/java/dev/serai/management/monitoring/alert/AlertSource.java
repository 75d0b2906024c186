package dev.serai.management.monitoring.alert;

import java.util.stream.Stream;

/**
 * One reason to alert. It says what holds now; that it began, lasts and ends is seen from its coming and going. {@link RefusedChanges} is the
 * one to copy.
 */
public interface AlertSource {

    Stream<Condition> look(Situation situation);
}
