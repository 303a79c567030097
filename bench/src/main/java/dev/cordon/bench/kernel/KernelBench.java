package dev.cordon.bench.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Everything that `cordon bench kernel` measures, one part after the other. Needs root, nftables
/// and iproute2; leaves nothing behind.
public final class KernelBench {

    private static final int STORM_PACKETS_OF_SECOND = 100_000;
    private static final int BATCH = 1_000;

    private final Settings settings;
    private final Consumer<String> progress;

    /// @param progress is told what is measured next
    public KernelBench(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// What can be asked for by itself.
    public enum Part {
        PACKETS,
        UPDATES,
        STORM
    }

    /// @param costs CPU time of a packet with each firewall that this machine has
    public record Case(PolicySize size, Map<Firewall, PacketBench.Cost> costs) {}

    /// What was measured; what was not asked for is empty.
    public record Result(List<Case> cases, List<Timing> timings, List<StormBench.Result> storms) {
        public Result {
            cases = List.copyOf(cases);
            timings = List.copyOf(timings);
            storms = List.copyOf(storms);
        }
    }

    public Result run(Set<Part> parts) {
        return new Result(
                parts.contains(Part.PACKETS) ? packets() : List.of(),
                parts.contains(Part.UPDATES) ? updates() : List.of(),
                parts.contains(Part.STORM) ? List.of(storm()) : List.of());
    }

    private List<Case> packets() {
        List<Firewall> firewalls = Firewall.available();
        PacketBench bench =
                new PacketBench(settings.repeats().rounds(), settings.repeats().packets());
        List<Case> cases = new ArrayList<>();
        for (PolicySize size : sizes()) {
            progress.accept("packets: " + size.text());
            cases.add(new Case(size, bench.measure(size, firewalls)));
        }
        return cases;
    }

    private Set<PolicySize> sizes() {
        PolicySize usual = settings.packets().usual();
        Set<PolicySize> sizes = new LinkedHashSet<>();
        settings.packets().enis().forEach(enis -> sizes.add(usual.withEnis(enis)));
        settings.packets().rules().forEach(rules -> sizes.add(usual.withRules(rules)));
        if (settings.packets().manyMembers() > 0) {
            sizes.add(usual.withMembers(settings.packets().manyMembers()));
        }
        return sizes;
    }

    private List<Timing> updates() {
        PolicySize usual = settings.packets().usual();
        Settings.UpdateSizes sizes = settings.updates();
        UpdateBench bench =
                new UpdateBench(settings.repeats().changes(), settings.repeats().rounds());
        progress.accept("updates: members");
        List<Timing> timings = new ArrayList<>(bench.members(usual, 1));
        timings.addAll(bench.members(usual, BATCH));
        progress.accept("updates: a whole host");
        timings.addAll(bench.host(new PolicySize(usual.rules(), usual.members(), sizes.enis(), sizes.scopes())));
        progress.accept("updates: an ENI with many rules");
        timings.addAll(bench.bigEni(new PolicySize(sizes.manyRules(), usual.members(), PolicySize.ENIS_LEAST, 1)));
        return timings;
    }

    private StormBench.Result storm() {
        progress.accept("a storm of denied packets");
        PolicySize usual = settings.packets().usual();
        PolicySize size = usual.withEnis(Math.max(usual.enis(), MeasuredPolicy.STRANGER + 1));
        Settings.Repeats repeats = settings.repeats();
        return new StormBench(repeats.rounds(), repeats.packets(), STORM_PACKETS_OF_SECOND).measure(size);
    }
}
