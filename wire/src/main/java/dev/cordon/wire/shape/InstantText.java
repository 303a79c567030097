package dev.cordon.wire.shape;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The one text of an instant, such as `2026-01-31T12:34:56Z`.
///
/// Implementation note: every object that is read has a time of whole seconds, and a formatter
/// takes longer for it than all else takes for the object.
final class InstantText {

    private static final String WHOLE_SECONDS = "0000-00-00T00:00:00Z";

    private InstantText() {}

    static Optional<Instant> parse(String text) {
        try {
            return hasWholeSeconds(text) ? Optional.of(wholeSeconds(text)) : other(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> other(String text) {
        return Optional.of(Instant.parse(text))
                .filter(instant -> instant.toString().equals(text));
    }

    private static boolean hasWholeSeconds(String text) {
        if (text.length() != WHOLE_SECONDS.length()) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char wanted = WHOLE_SECONDS.charAt(at);
            char found = text.charAt(at);
            boolean fits = wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant wholeSeconds(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
