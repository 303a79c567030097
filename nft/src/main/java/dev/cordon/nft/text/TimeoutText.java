package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.Timeout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Timeouts of conntrack in the words of nft.
///
/// A TCP session that is not closed yet counts as established, so that one side may go on for as
/// long; one whose first segment nobody has answered is kept no longer than the kernel would by
/// itself, or a flood of them would fill the table. Both sides have closed in `last_ack`.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Ct_timeout Connection tracking timeout
///     policies
public final class TimeoutText {

    /// What nft tells the kernel of states that it is not told, and leaves out of what it prints.
    private static final Map<String, Integer> LEFT_OUT_OF_TCP = Map.ofEntries(
            Map.entry("syn_sent", 120),
            Map.entry("syn_recv", 60),
            Map.entry("established", 432_000),
            Map.entry("fin_wait", 120),
            Map.entry("close_wait", 60),
            Map.entry("last_ack", 30),
            Map.entry("time_wait", 120),
            Map.entry("close", 10),
            Map.entry("syn_sent2", 120),
            Map.entry("retrans", 300),
            Map.entry("unack", 300));

    private static final Map<String, Integer> LEFT_OUT_OF_UDP = Map.of("unreplied", 30, "replied", 180);

    private TimeoutText() {}

    /// Returns the name of the object.
    public static String name(Timeout timeout) {
        return switch (timeout) {
            case Timeout.Tcp(int open, int closed) -> "timeout/tcp/" + open + "-" + closed;
            case Timeout.Udp(int seconds) -> "timeout/udp/" + seconds;
        };
    }

    /// Returns what stands in the braces of the command that makes the object.
    public static String body(Timeout timeout) {
        return protocol(timeout) + "; " + policy(states(timeout)) + ";";
    }

    /// Returns the lines that nft prints of the object.
    static List<String> lines(Timeout timeout) {
        Map<String, Integer> printed = new LinkedHashMap<>(states(timeout));
        printed.entrySet().removeAll(leftOut(timeout).entrySet());
        return Stream.of(protocol(timeout), "l3proto inet", policy(printed))
                .map(LineText::sorted)
                .toList();
    }

    private static String protocol(Timeout timeout) {
        return switch (timeout) {
            case Timeout.Tcp tcp -> "protocol tcp";
            case Timeout.Udp udp -> "protocol udp";
        };
    }

    private static String policy(Map<String, Integer> states) {
        return states.entrySet().stream()
                .map(state -> state.getKey() + " : " + state.getValue())
                .collect(Collectors.joining(", ", "policy = { ", " }"));
    }

    private static Map<String, Integer> leftOut(Timeout timeout) {
        return switch (timeout) {
            case Timeout.Tcp tcp -> LEFT_OUT_OF_TCP;
            case Timeout.Udp udp -> LEFT_OUT_OF_UDP;
        };
    }

    private static Map<String, Integer> states(Timeout timeout) {
        Map<String, Integer> states = new LinkedHashMap<>();
        switch (timeout) {
            case Timeout.Tcp(int open, int closed) -> {
                List.of("syn_sent", "syn_recv", "syn_sent2")
                        .forEach(state -> states.put(state, Math.min(open, LEFT_OUT_OF_TCP.getOrDefault(state, open))));
                List.of("established", "fin_wait", "close_wait", "retrans", "unack")
                        .forEach(state -> states.put(state, open));
                List.of("last_ack", "time_wait", "close").forEach(state -> states.put(state, closed));
            }
            case Timeout.Udp(int seconds) ->
                List.of("unreplied", "replied").forEach(state -> states.put(state, seconds));
        }
        return states;
    }
}
