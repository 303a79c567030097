package dev.cordon.bench.kernel;

import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.List;
import java.util.stream.Stream;

/// What can stand in a packet's way, side by side.
public enum Firewall {
    /// Drops everything as early as can be: what is left is the cost of injection.
    INJECTION("injection alone"),
    NONE("no firewall"),
    CONNTRACK("conntrack only"),
    IPTABLES("iptables + ipset"),
    IPTABLES_NFT("iptables-nft + ipset"),
    LINEAR("nft, linear"),
    CORDON_WITHOUT_GUARD("Cordon without anti-spoofing"),
    CORDON("Cordon");

    private static final String DROP_FIRST = """
            table inet first {
              chain first {
                type filter hook prerouting priority -500
                drop
              }
            }
            """;

    private static final String TRACK = """
            table inet track {
              chain forward {
                type filter hook forward priority 0
                ct state established,related accept
                ct state invalid drop
              }
            }
            """;

    private final String title;

    Firewall(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Returns those whose commands this machine has.
    static List<Firewall> available() {
        return Stream.of(values()).filter(Firewall::isAvailable).toList();
    }

    private boolean isAvailable() {
        return switch (this) {
            case IPTABLES -> HostCommand.areInstalled("iptables-legacy-restore", "ipset");
            case IPTABLES_NFT -> HostCommand.areInstalled("iptables-nft-restore", "ipset");
            case INJECTION, NONE, CONNTRACK, LINEAR, CORDON_WITHOUT_GUARD, CORDON -> true;
        };
    }

    /// Brings a host that has no rules yet under a policy.
    void install(BenchHost host, MeasuredPolicy policy) {
        switch (this) {
            case INJECTION -> host.nft(DROP_FIRST);
            case NONE -> {}
            case CONNTRACK -> host.nft(TRACK);
            case IPTABLES -> neutron(host, policy, "iptables-legacy-restore");
            case IPTABLES_NFT -> neutron(host, policy, "iptables-nft-restore");
            case LINEAR -> host.nft(LinearRuleset.of(policy.view(), policy.bindings()));
            case CORDON_WITHOUT_GUARD -> {
                host.nft(cordon(policy));
                host.nft("flush chain inet cordon guard\ndelete chain inet cordon guard\n");
            }
            case CORDON -> host.nft(cordon(policy));
        }
    }

    private static String cordon(MeasuredPolicy policy) {
        Ruleset ruleset = Lower.lower(policy.view(), policy.bindings());
        return String.join("\n", Plan.fromNothing(ruleset)) + "\n";
    }

    private static void neutron(BenchHost host, MeasuredPolicy policy, String restore) {
        NeutronRuleset.Text text = NeutronRuleset.of(policy.view(), policy.bindings());
        host.run(List.of("ipset", "restore"), text.ipset());
        host.run(List.of(restore), text.iptables());
    }
}
