package dev.cordon.agent.kernel;

import java.util.concurrent.atomic.AtomicLong;

/// The number of the ruleset of a network namespace; every transaction, whoever makes it, makes the
/// next one.
public final class RulesetGeneration implements AutoCloseable {

    /// The group that hears of every transaction.
    static final int GROUP = 7;

    private static final int SUBSYSTEM = 10;
    private static final int GET_GENERATION = 16;
    private static final int ID = 1;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER);

    private RulesetGeneration() {}

    public static RulesetGeneration open() {
        return new RulesetGeneration();
    }

    public long current() {
        AtomicLong generation = new AtomicLong();
        socket.request(
                NetlinkRequest.netfilter(SUBSYSTEM, GET_GENERATION, NetlinkRequest.ACKNOWLEDGE, 0),
                message -> generation.set(message.attributes().u32(ID)));
        return generation.get();
    }

    @Override
    public void close() {
        socket.close();
    }
}
