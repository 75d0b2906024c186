package dev.serai.foundation.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times that come again, each day or on days of the week.
 *
 * @param windows each of them
 */
public record Windows(List<Window> windows) {

    /** What a person should have written. */
    public static final String EXPECTED = "times such as 23:30-00:15 or Sat 20:00-23:00, separated by commas";

    private static final Pattern WINDOW = Pattern.compile("(?:([A-Za-z]{3}) +)?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /**
     * One of them.
     *
     * @param days on which it begins
     * @param from when it begins
     * @param to when it ends; before its beginning when it goes past midnight
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        public Window {
            days = Set.copyOf(days);
        }

        boolean holds(LocalDateTime at) {
            LocalTime time = at.toLocalTime();
            if (from.isBefore(to)) {
                return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
            }
            return days.contains(at.getDayOfWeek()) && !time.isBefore(from)
                    || days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
        }
    }

    public Windows {
        windows = List.copyOf(windows);
    }

    /** @throws IllegalArgumentException when the text is none */
    public static Windows read(String text) {
        List<Window> windows = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                windows.add(window(part.trim()));
            }
        }
        return new Windows(windows);
    }

    private static Window window(String text) {
        Matcher parts = WINDOW.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        try {
            String day = parts.group(1);
            return new Window(
                    day == null ? EnumSet.allOf(DayOfWeek.class) : EnumSet.of(day(day)),
                    LocalTime.parse(parts.group(2)),
                    LocalTime.parse(parts.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected " + EXPECTED, e);
        }
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected " + EXPECTED));
    }

    /** Whether one of them lasts at a time. */
    public boolean hold(LocalDateTime at) {
        return windows.stream().anyMatch(window -> window.holds(at));
    }

    @Override
    public String toString() {
        return windows.isEmpty() ? "" : windows.size() + " windows";
    }
}
