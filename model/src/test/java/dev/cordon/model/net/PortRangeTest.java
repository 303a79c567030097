package dev.cordon.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortRangeTest {

    @ParameterizedTest
    @CsvSource({"-1, 22", "22, 21", "22, 65536", "65536, 65536", "-1, -1"})
    void refusesWhatIsNoRange(int first, int last) {
        assertThrows(IllegalArgumentException.class, () -> new PortRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({"21, false", "22, true", "443, true", "444, false", "0, false", "65535, false", "-1, false"})
    void bothEndsCount(int port, boolean expected) {
        assertEquals(expected, new PortRange(22, 443).contains(port));
    }

    @ParameterizedTest
    @CsvSource({
        "22, 443, true",
        "23, 442, true",
        "22, 22,  true",
        "21, 443, false",
        "22, 444, false",
        "443, 500, false",
        "500, 600, false",
    })
    void containsARangeIfItContainsAllOfIt(int first, int last, boolean expected) {
        assertEquals(expected, new PortRange(22, 443).contains(new PortRange(first, last)));
    }

    @Test
    void anyIsEveryPort() {
        assertEquals(new PortRange(0, 65_535), PortRange.ANY);
        assertEquals(new PortRange(22, 22), PortRange.of(22));
        assertEquals("22/443", new PortRange(22, 443).toString());
    }

    @Test
    void sortedByFirstThenLast() {
        List<PortRange> inOrder =
                List.of(PortRange.of(0), PortRange.ANY, PortRange.of(9), new PortRange(9, 10), new PortRange(10, 10));
        assertEquals(inOrder, inOrder.reversed().stream().sorted().toList());
    }
}
