package dev.cordon.bench.kernel;

import dev.cordon.agent.kernel.NftContext;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.plan.Transaction;
import dev.cordon.nft.ruleset.Ruleset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Time that changes of policy take: from a policy to a transaction, and of the transaction in the
/// kernel.
final class UpdateBench {

    private static final String DELETE_TABLES = "delete table inet cordon\ndelete table arp cordon\n";

    private final int changes;
    private final int rounds;

    /// @param changes how many members join and leave, one at a time
    /// @param rounds of everything that is larger
    UpdateBench(int changes, int rounds) {
        this.changes = changes;
        this.rounds = rounds;
    }

    /// Members join and leave, and each time the kernel is told the difference.
    ///
    /// @param batch members of one change
    List<Timing> members(PolicySize size, int batch) {
        MeasuredPolicy without = MeasuredPolicy.of(size);
        return onHost(
                size,
                nft -> new Members(nft, without, without.withMoreClients(batch))
                        .measure(batch == 1 ? changes : rounds, batch == 1 ? "one member" : batch + " members"));
    }

    /// Two policies that follow one another.
    private static final class Members {

        private final NftContext nft;
        private final MeasuredPolicy without;
        private final MeasuredPolicy with;
        private final List<Duration> prepared = new ArrayList<>();
        private final List<Duration> applied = new ArrayList<>();

        Members(NftContext nft, MeasuredPolicy without, MeasuredPolicy with) {
            this.nft = nft;
            this.without = without;
            this.with = with;
        }

        List<Timing> measure(int count, String who) {
            Lower lower = Lower.fresh();
            Ruleset enforced = lower.next(without.view(), without.bindings()).getLast();
            nft.run(fromNothing(enforced));
            for (int i = 0; i < count; i++) {
                enforced = change(lower, enforced, i % 2 == 0 ? with : without);
            }
            return List.of(new Timing(who + ": compile, lower, plan", prepared), new Timing(who + ": kernel", applied));
        }

        private Ruleset change(Lower lower, Ruleset enforced, MeasuredPolicy next) {
            long startNanos = System.nanoTime();
            List<Transaction> transactions = new ArrayList<>();
            Ruleset from = enforced;
            for (Ruleset step : lower.next(next.view(), next.bindings())) {
                transactions.addAll(Plan.between(new Observed.Untouched(from), step));
                from = step;
            }
            prepared.add(since(startNanos));
            applied.add(time(() -> transactions.stream()
                    .map(transaction -> nft.run(transaction.text()))
                    .toList()));
            return from;
        }
    }

    /// A host's whole table is replaced in one transaction, read back, and compared.
    List<Timing> host(PolicySize size) {
        MeasuredPolicy policy = MeasuredPolicy.of(size);
        return onHost(size, nft -> {
            List<Duration> lowered = new ArrayList<>();
            List<Duration> replaced = new ArrayList<>();
            List<Duration> listed = new ArrayList<>();
            List<Duration> compared = new ArrayList<>();
            nft.run(fromNothing(lower(policy)));
            for (int i = 0; i < rounds; i++) {
                lowered.add(time(() -> lower(policy)));
                Ruleset ruleset = lower(policy);
                String text = DELETE_TABLES + fromNothing(ruleset);
                replaced.add(time(() -> nft.run(text)));
                listed.add(time(() -> list(nft)));
                String listing = list(nft);
                compared.add(time(() -> Plan.between(Observed.read(listing), ruleset)));
            }
            String what = size.enis() + " ENIs, " + size.scopes() + " scopes: ";
            return List.of(
                    new Timing(what + "compile, lower", lowered),
                    new Timing(what + "replace in kernel", replaced),
                    new Timing(what + "list", listed),
                    new Timing(what + "read the list, plan", compared));
        });
    }

    /// A host that enforces nothing gets an ENI with many rules.
    List<Timing> bigEni(PolicySize size) {
        MeasuredPolicy policy = MeasuredPolicy.of(size);
        return onHost(size, nft -> {
            List<Duration> lowered = new ArrayList<>();
            List<Duration> applied = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                lowered.add(time(() -> lower(policy)));
                String text = fromNothing(lower(policy));
                applied.add(time(() -> nft.run(text)));
                nft.run(DELETE_TABLES);
            }
            String what = "an ENI with " + size.rules() + " rules: ";
            return List.of(
                    new Timing(what + "compile, lower", lowered), new Timing(what + "programmed in kernel", applied));
        });
    }

    private static List<Timing> onHost(PolicySize size, Function<NftContext, List<Timing>> measuring) {
        try (BenchHost host = BenchHost.open(size.enis())) {
            return host.withNft(measuring);
        }
    }

    private static String list(NftContext nft) {
        return nft.run("list table inet cordon") + nft.run("list table arp cordon");
    }

    private static Ruleset lower(MeasuredPolicy policy) {
        return Lower.lower(policy.view(), policy.bindings());
    }

    private static String fromNothing(Ruleset ruleset) {
        return String.join("\n", Plan.fromNothing(ruleset)) + "\n";
    }

    private static Duration time(Supplier<?> task) {
        long startNanos = System.nanoTime();
        var _ = task.get();
        return since(startNanos);
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
