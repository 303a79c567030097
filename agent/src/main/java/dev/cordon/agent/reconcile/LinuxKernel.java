package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.ConntrackFilter;
import dev.cordon.agent.kernel.Link;
import dev.cordon.agent.kernel.Links;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.Routes;
import dev.cordon.agent.kernel.RulesetGeneration;
import dev.cordon.agent.kernel.Sysctl;
import dev.cordon.model.net.IpAddress;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.plan.Transaction;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.text.ListingReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The kernel of the network namespace of the thread that opened this.
public final class LinuxKernel implements Kernel, AutoCloseable {

    /// Conntrack must not take up a TCP session in the middle: one that was ended would go on as a
    /// new flow, and in the other direction perhaps for ever.
    private static final String TCP_LOOSE = "net/netfilter/nf_conntrack_tcp_loose";

    private final NftContext nft = NftContext.open();
    private final Links links = Links.open();
    private final Routes routes = Routes.open();
    private final RulesetGeneration generation = RulesetGeneration.open();
    private final Conntrack conntrack = Conntrack.open();

    private LinuxKernel() {}

    public static LinuxKernel open() {
        return new LinuxKernel();
    }

    @Override
    public List<Link> links() {
        return links.list();
    }

    @Override
    public Optional<Integer> linkToward(IpAddress address) {
        return routes.toward(address);
    }

    @Override
    public long generation() {
        return generation.current();
    }

    @Override
    public Observed read() {
        Set<String> there = nft.run("list tables").lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
        String ours = list(there, Plan.TABLE);
        String shelter = list(there, Plan.SHELTER);
        Observed observed = ours.isEmpty() ? new Observed.Absent() : Observed.read(ours);
        return shelter.isEmpty() ? observed : new Observed.Sheltered(observed, ListingReader.read(shelter));
    }

    /// Returns what is in tables of a name, one after the other.
    private String list(Set<String> there, String name) {
        return Table.all(name)
                .filter(table -> there.contains("table " + table))
                .map(table -> nft.run("list table " + table))
                .collect(Collectors.joining());
    }

    @Override
    public void apply(Transaction transaction) {
        nft.run(transaction.text());
        if (!Sysctl.read(TCP_LOOSE).equals("0")) {
            Sysctl.write(TCP_LOOSE, "0");
        }
    }

    @Override
    public int endSessions(Predicate<ConntrackEntry> ending) {
        return end(conntrack.list(ending));
    }

    @Override
    public int endSessions(Set<ConntrackFilter> filters, Predicate<ConntrackEntry> ending) {
        return end(conntrack.list(filters, ending));
    }

    private int end(List<ConntrackEntry> entries) {
        int count = 0;
        for (ConntrackEntry entry : entries) {
            count += conntrack.delete(entry) ? 1 : 0;
        }
        return count;
    }

    @Override
    public int sessionCount() {
        return (int) conntrack.fill().count();
    }

    @Override
    public void close() {
        conntrack.close();
        generation.close();
        links.close();
        routes.close();
        nft.close();
    }
}
