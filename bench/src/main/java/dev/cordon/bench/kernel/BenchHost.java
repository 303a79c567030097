package dev.cordon.bench.kernel;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.Sysctl;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A host in a network namespace of its own, which routes between guests. Three of them have links;
/// the links of the others are only spoken of in rules, because nothing goes through them. What
/// leaves a link ends at its far end, in a namespace where nobody listens.
///
/// Goes with all that it holds when it is closed, or when the process ends.
final class BenchHost implements AutoCloseable {

    private static final Path COUNTERS = Path.of("/proc/thread-self/net/dev");

    /// Where sent packets stand in a line of the counters, behind the name.
    private static final int SENT_COLUMN = 9;

    private static final int DROPPED_COLUMN = 11;

    private static final int FIRST_INDEX = 100;

    /// Of the client, the server and a stranger.
    private static final int LINK_COUNT = 3;

    private final NetworkNamespace host;
    private final NetworkNamespace guests;

    private BenchHost(NetworkNamespace host, NetworkNamespace guests) {
        this.host = host;
        this.guests = guests;
    }

    /// @param enis how many there are routes for
    static BenchHost open(int enis) {
        BenchHost opened = new BenchHost(NetworkNamespace.create(), NetworkNamespace.create());
        try {
            opened.build(enis);
            return opened;
        } catch (RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    private void build(int enis) {
        in(guests, () -> {
            Sysctl.write("net/ipv6/conf/default/disable_ipv6", "1");
            return "";
        });
        call(() -> {
            Sysctl.write("net/ipv6/conf/default/disable_ipv6", "1");
            Sysctl.write("net/ipv4/ip_forward", "1");
            Sysctl.write("net/ipv4/conf/all/rp_filter", "0");
            Sysctl.write("net/ipv4/conf/default/rp_filter", "0");
            return HostCommand.run(List.of("ip", "-batch", "-"), String.join("\n", links(enis)));
        });
        in(
                guests,
                () -> HostCommand.run(
                        List.of("ip", "-batch", "-"), "link set g0 up\nlink set g1 up\nlink set g2 up\n"));
    }

    private List<String> links(int enis) {
        List<String> lines = new ArrayList<>(List.of("link set lo up"));
        for (int i = 0; i < LINK_COUNT; i++) {
            String link = MeasuredPolicy.link(i);
            lines.add("link add " + link + " index " + index(i) + " address " + text(gatewayMac(i))
                    + " type veth peer name g" + i + " netns " + guests.path());
            lines.add("link set " + link + " up");
            lines.add("neigh add " + MeasuredPolicy.address(i) + " lladdr " + text(guestMac(i)) + " nud permanent dev "
                    + link);
        }
        IntStream.range(0, enis)
                .mapToObj(i -> "route add " + MeasuredPolicy.address(i) + "/32 dev "
                        + MeasuredPolicy.link(Math.min(i, LINK_COUNT - 1)))
                .forEach(lines::add);
        return lines;
    }

    /// Links have the indexes that they are made with.
    static int index(int eni) {
        return FIRST_INDEX + eni;
    }

    static long guestMac(int eni) {
        return 0x02_00_00_00_00_00L + eni;
    }

    static long gatewayMac(int eni) {
        return 0x02_00_00_00_ff_00L + eni;
    }

    private static String text(long mac) {
        return "%012x".formatted(mac).replaceAll("(..)(?!$)", "$1:");
    }

    /// Returns a datagram from one guest to another.
    static UdpFrame frame(int from, int to, int sourcePort, int destinationPort) {
        return new UdpFrame(
                new UdpFrame.Station(MeasuredPolicy.address(from), guestMac(from)),
                new UdpFrame.Station(MeasuredPolicy.address(to), gatewayMac(from)),
                sourcePort,
                destinationPort);
    }

    /// Calls something in the host's namespace, on a thread of its own.
    <T> T call(Callable<T> task) {
        return in(host, task);
    }

    private static <T> T in(NetworkNamespace namespace, Callable<T> task) {
        return namespace.call(task);
    }

    /// Runs commands of nftables as one transaction.
    void nft(String commands) {
        withNft(nft -> nft.run(commands));
    }

    /// Uses nftables in the host's namespace.
    <T> T withNft(Function<NftContext, T> task) {
        return call(() -> {
            try (NftContext nft = NftContext.open()) {
                return task.apply(nft);
            }
        });
    }

    /// Injects frames by the link of an ENI.
    ///
    /// @return what the calling thread has spent on all of them
    long inject(Injector injector, int from, int count) {
        return call(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            injector.inject(index(from), count);
            return threads.getCurrentThreadCpuTime() - before;
        });
    }

    /// Returns how many packets have gone out by the link of an ENI.
    long sent(int eni) {
        return call(() -> Files.readAllLines(COUNTERS).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(MeasuredPolicy.link(eni) + ":"))
                .map(line -> line.split("\\s+"))
                .mapToLong(columns -> sent(columns))
                .findFirst()
                .orElseThrow());
    }

    /// What the far end had no room for was let through all the same.
    private static long sent(String[] columns) {
        return Long.parseLong(columns[SENT_COLUMN + 1]) + Long.parseLong(columns[DROPPED_COLUMN + 1]);
    }

    /// Forgets all sessions.
    void forgetSessions() {
        call(() -> {
            ConntrackFlush.flush();
            return "";
        });
    }

    /// Runs a command in the host's namespace.
    ///
    /// @throws dev.cordon.agent.kernel.KernelException with what it printed, if it fails
    void run(List<String> command, String input) {
        call(() -> HostCommand.run(command, input));
    }

    @Override
    public void close() {
        guests.close();
        host.close();
    }
}
