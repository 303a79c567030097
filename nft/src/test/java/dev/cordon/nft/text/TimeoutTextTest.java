package dev.cordon.nft.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.nft.ruleset.Timeout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutTextTest {

    private static final Timeout TCP = new Timeout.Tcp(100, 10);

    @Test
    void whatOpensASessionIsNotKeptLongerThanTheKernelWould() {
        assertEquals(
                "protocol tcp; policy = { syn_sent : 100, syn_recv : 60, syn_sent2 : 100, established : 100,"
                        + " fin_wait : 100, close_wait : 100, retrans : 100, unack : 100, last_ack : 10,"
                        + " time_wait : 10, close : 10 };",
                TimeoutText.body(TCP));
    }

    @Test
    void whatNftLeavesOutIsLeftOut() {
        assertEquals(
                List.of(
                        "protocol tcp",
                        "l3proto inet",
                        "policy = { close_wait : 100, established : 100, fin_wait : 100, last_ack : 10, retrans : 100,"
                                + " syn_sent : 100, syn_sent2 : 100, time_wait : 10, unack : 100 }"),
                TimeoutText.lines(TCP));
        assertEquals(
                List.of("protocol udp", "l3proto inet", "policy = { replied : 30 }"),
                TimeoutText.lines(new Timeout.Udp(30)));
    }

    @Test
    void timeoutsAreBounded() {
        TrackingTimeouts odd = new TrackingTimeouts(Duration.ofDays(10_000), Duration.ZERO, Duration.ofMillis(2_900));
        assertEquals(
                List.of(new Timeout.Tcp(Timeout.SECONDS_MAX, Timeout.SECONDS_MIN), new Timeout.Udp(2)),
                Timeout.of(odd));
    }

    /// Timeouts that were once given to sessions stay, and mean nothing.
    @Test
    void aTimeoutThatNoLineNamesIsNotRead() {
        Listing listing = ListingReader.read("""
                table inet cordon {
                	ct timeout timeout/udp/30 {
                		protocol udp
                		l3proto inet
                		policy = { replied : 30 }
                	}

                	ct timeout timeout/udp/60 {
                		protocol udp
                		l3proto inet
                		policy = { unreplied : 60, replied : 60 }
                	}

                	chain begins/out/910-3-60 {
                		ct timeout set "timeout/udp/60"
                	}
                }
                """);
        assertEquals(
                List.of("protocol udp", "l3proto inet", "policy = { replied : 60, unreplied : 60 }"),
                listing.timeouts().get("timeout/udp/60"));
        assertEquals(1, listing.timeouts().size());
    }
}
