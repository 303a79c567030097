package dev.cordon.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.wire.Json;
import org.junit.jupiter.api.Test;

final class SessionsCommandTest {

    private static String line(String json) {
        return SessionsCommand.line(Json.parse(json.replace('\'', '"')).orElseThrow());
    }

    @Test
    void aSessionIsALine() {
        assertThat(line("""
                {'protocol': 'TCP', 'from': '192.0.2.1', 'to': '192.0.2.2', 'fromPort': 40001, 'toPort': 22,
                 'state': 'ESTABLISHED', 'secondsLeft': 910, 'openedBy': 'eni-7'}
                """)).isEqualTo("TCP 192.0.2.1:40001 -> 192.0.2.2:22  ESTABLISHED  910 s  opened by eni-7");
    }

    @Test
    void whatIsCountedIsPrinted() {
        assertThat(line("""
                {'protocol': 'UDP', 'from': '192.0.2.1', 'to': '192.0.2.2', 'fromPort': 40001, 'toPort': 53,
                 'state': 'REPLIED', 'secondsLeft': 30,
                 'there': {'packets': 2, 'bytes': 80}, 'back': {'packets': 1, 'bytes': 40}}
                """)).endsWith("  opened by outside  there 2 packets 80 bytes, back 1 packets 40 bytes");
    }
}
