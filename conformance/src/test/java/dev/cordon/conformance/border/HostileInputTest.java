package dev.cordon.conformance.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.conformance.sdk.RunningNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What strangers may send: it is refused in a line or cut off, it takes little memory, and whoever
/// has a key is still served.
class HostileInputTest {

    private static final int MEGABYTE = 1 << 20;

    /// More than the node has taken in any of these tests, by far less than what was sent to it.
    private static final long HEAP_GROWTH_MAX = 100L * MEGABYTE;

    /// A status line and what goes with it, but no page.
    private static final int REFUSAL_LENGTH_MAX = 512;

    private static final int GARBAGE_COUNT = 10_000;

    /// More connections than there may be.
    private static final int IDLE_COUNT = 1_100;

    /// More than there are places for calls, and more than there is memory for requests of 900 KB.
    private static final int UNFINISHED_COUNT = 240;

    /// What looks like a request of HTTP/0.9 is refused in its way, by a body alone.
    private static final Pattern NO_OR_REFUSED =
            Pattern.compile("(HTTP/1.1 (4\\d\\d|505) .*)?|refused\n", Pattern.DOTALL);

    private final List<RawConnection> open = new ArrayList<>();
    private final long heapBefore;

    @AutoClose
    private final RunningNode node = RunningNode.start();

    HostileInputTest() {
        heapBefore = usedHeap();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private RawConnection connect() throws IOException {
        RawConnection connection = RawConnection.open(node.address());
        open.add(connection);
        return connection;
    }

    @AfterEach
    void keyIsStillServed() throws IOException {
        assertThat(usedHeap() - heapBefore).isLessThan(HEAP_GROWTH_MAX);
        Caller caller = new Caller(node.key());
        assertEquals(
                200,
                caller.callV3(caller.headersV3("DescribeSecurityGroups"), Map.of())
                        .status());
        for (RawConnection connection : open) {
            connection.close();
        }
    }

    private static void assertRefused(String answer, int... statuses) {
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").hasSizeLessThan(REFUSAL_LENGTH_MAX);
            assertThat(statuses).contains(Integer.parseInt(answer.substring(9, 12)));
        }
    }

    @Test
    void bodyOfTenMegabytesIsRefused() throws IOException {
        byte[] body = new byte[10 * MEGABYTE];
        RawConnection announced =
                connect().send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length + "\r\n\r\n");
        assertRefused(announced.sendUntilCut(body).answer(), 413);
        RawConnection chunked = connect()
                .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length) + "\r\n");
        assertRefused(chunked.sendUntilCut(body).answer(), 413);
    }

    @Test
    void requestLineOfFourMegabytesIsRefused() throws IOException {
        byte[] line = ("GET /?A=" + "a".repeat(4 * MEGABYTE)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertRefused(connect().sendUntilCut(line).answer(), 414);
    }

    @Test
    void headerOfFourMegabytesIsRefused() throws IOException {
        byte[] header = ("GET / HTTP/1.1\r\nHost: a\r\nX-A: " + "a".repeat(4 * MEGABYTE))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertRefused(connect().sendUntilCut(header).answer(), 431);
    }

    @Test
    void garbageIsRefused() throws IOException {
        long first = new Random().nextLong();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (long seed = first; seed != first + GARBAGE_COUNT; seed++) {
            try (RawConnection connection = RawConnection.open(node.address())) {
                String answer = connection.sendUntilCut(Garbage.of(seed)).answerAtEnd();
                assertThat(answer).as("seed %d", seed).matches(NO_OR_REFUSED);
                outcomes.merge(answer.lines().findFirst().orElse("closed"), 1, Integer::sum);
            }
        }
        assertThat(outcomes).hasSizeGreaterThan(2);
    }

    @Test
    void idleConnectionsMakeRoom() throws IOException {
        for (int i = 0; i < IDLE_COUNT; i++) {
            connect();
        }
    }

    @Test
    void unfinishedBodiesTakeNobodysPlace() throws IOException {
        for (int i = 0; i < UNFINISHED_COUNT; i++) {
            connect().send("POST /?Action=CreateVpc HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nCidrBlo");
        }
    }

    @Test
    void unfinishedRequestsTakeLittleMemory() throws IOException {
        byte[] line = ("GET /?A=" + "a".repeat(900_000)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < UNFINISHED_COUNT; i++) {
            connect().sendUntilCut(line);
        }
        Instant deadline = Instant.now().plusSeconds(60);
        while (open.stream().filter(RawConnection::isCut).count() < UNFINISHED_COUNT / 2) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
