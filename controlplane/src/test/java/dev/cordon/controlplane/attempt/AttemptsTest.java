package dev.cordon.controlplane.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.wire.record.Attempt;
import dev.cordon.wire.record.WhoForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:34:56Z");
    private static final String LOUD = "2000000000000002";
    private static final String QUIET = "1000000000000001";

    @TempDir
    private Path folder;

    private static Attempt attempt(String account, int number) {
        String who = WhoForm.print(account, "key", "192.0.2." + number % 250);
        return new Attempt(AT.plusSeconds(number), number, who, "REQUEST-" + number, "DeleteVpc", "Forbidden.RAM");
    }

    private static List<Long> revisions(Attempts attempts) {
        return attempts.since(0, Attempts.COUNT_MAX + 1).stream()
                .map(Attempt::after)
                .toList();
    }

    @Test
    void areListedByTimeFromARevisionOn() {
        Attempts attempts = Attempts.inMemory();
        List.of(1, 3, 5).forEach(number -> attempts.add(attempt(QUIET, number)));
        List.of(2, 4).forEach(number -> attempts.add(attempt(LOUD, number)));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), revisions(attempts));
        assertEquals(List.of(attempt(QUIET, 3), attempt(LOUD, 4)), attempts.since(3, 2));
    }

    @Test
    void nobodyWashesAwayTheTracesOfAnother() {
        Attempts attempts = Attempts.inMemory();
        attempts.add(attempt(QUIET, 0));
        for (int i = 1; i <= Attempts.COUNT_MAX + 5; i++) {
            attempts.add(attempt(LOUD, i));
        }
        List<Long> kept = revisions(attempts);
        assertEquals(Attempts.COUNT_MAX, kept.size());
        assertEquals(List.of(0L, 7L), kept.subList(0, 2));
    }

    @Test
    void outliveTheProcessButForATornLine() throws IOException {
        Path file = folder.resolve("attempts.jsonl");
        Attempts.in(file).add(attempt(QUIET, 1));
        Files.writeString(file, "{\"v\":1,\"at\":\"2026", StandardOpenOption.APPEND);
        Attempts again = Attempts.in(file);
        assertEquals(List.of(1L), revisions(again));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void lineAfterATornOneIsWhole() throws IOException {
        Path file = folder.resolve("attempts.jsonl");
        Files.writeString(file, "{\"v\":1,\"at\":\"2026");
        Attempts.in(file).add(attempt(QUIET, 2));
        assertEquals(List.of(2L), revisions(Attempts.in(file)));
    }

    @Test
    void fileIsBounded() throws IOException {
        Path file = folder.resolve("attempts.jsonl");
        Attempts attempts = Attempts.in(file);
        int count = LineFile.LINE_COUNT_MAX + 3;
        for (int i = 1; i <= count; i++) {
            attempts.add(attempt(QUIET, i));
        }
        assertEquals(Attempts.COUNT_MAX + 2, Files.readAllLines(file).size());
        assertEquals(revisions(attempts), revisions(Attempts.in(file)));
    }
}
