package dev.cordon.agent.reconcile;

import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.plan.Transaction;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.Listing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Our tables in a kernel, and what is known of them without reading.
///
/// Remembers nothing that it could not read again: what it knows of the kernel only saves reading
/// it as long as nobody else has changed a ruleset.
final class OurTables {

    /// Names of what has drifted, in one line of the log.
    private static final int TOLD_NAMES_MAX = 10;

    /// All that is said of reconciling is said in one voice.
    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private final Kernel kernel;
    private final EnforcementMeter meter;
    private final LiveSessions sessions;
    private Optional<Known> known = Optional.empty();

    /// What the kernel holds, as of a generation of its rulesets. Our own transaction makes the
    /// next generation; if there is another one, someone else was there, and the next pass reads.
    private record Known(Ruleset enforced, long generation) {}

    /// @param sessions told before a change, and when something was let through that nobody knows
    OurTables(Kernel kernel, EnforcementMeter meter, LiveSessions sessions) {
        this.kernel = kernel;
        this.meter = meter;
        this.sessions = sessions;
    }

    /// Takes what is there for something that was not put there by us.
    void forget() {
        known = Optional.empty();
        sessions.distrust();
    }

    /// Where nobody else was, the kernel is led from ruleset to ruleset; where it holds something
    /// else, to the last one at once.
    ///
    /// @param stages the last one is what should be enforced
    /// @return whether the kernel had to be changed
    boolean enforce(List<Ruleset> stages) {
        long generation = kernel.generation();
        Observed observed = observe(generation);
        known = Optional.empty();
        List<Ruleset> steps = observed instanceof Observed.Untouched ? stages : List.of(stages.getLast());
        long applied = apply(observed, steps);
        known = Optional.of(new Known(stages.getLast(), generation + applied));
        return applied > 0;
    }

    /// A generation that is not ours need not be about our table.
    private Observed observe(long generation) {
        return known.filter(is -> is.generation() == generation)
                .<Observed>map(is -> new Observed.Untouched(is.enforced()))
                .orElseGet(this::read);
    }

    private Observed read() {
        Observed read = kernel.read();
        Optional<Ruleset> enforced = known.map(Known::enforced);
        if (enforced.filter(is -> read.equals(Observed.of(is))).isPresent()) {
            return new Observed.Untouched(enforced.orElseThrow());
        }
        enforced.ifPresent(was -> tellDrift(was, read));
        return read;
    }

    /// Returns how many transactions were needed.
    private long apply(Observed observed, List<Ruleset> steps) {
        Observed from = observed;
        long applied = 0;
        for (Ruleset step : steps) {
            for (Transaction transaction : Plan.between(from, step)) {
                if (applied == 0) {
                    sessions.changing();
                }
                kernel.apply(transaction);
                applied++;
            }
            from = new Observed.Untouched(step);
        }
        return applied;
    }

    /// Says what someone else has done to our tables. What began meanwhile may be allowed by
    /// nobody.
    private void tellDrift(Ruleset enforced, Observed observed) {
        sessions.distrust();
        meter.drifted();
        String what = switch (observed) {
            case Observed.Absent() -> "has deleted our tables; they are made anew";
            case Observed.Present(var listing) ->
                "has changed our tables; they are made anew, as these are not ours: "
                        + some(listing.differences(Listing.of(enforced)));
            case Observed.Sheltered sheltered -> "has added a table `cordon-shelter`; it is deleted";
            case Observed.Untouched untouched -> throw new IllegalStateException("drift, but untouched");
        };
        LOG.log(Level.WARNING, "drift: someone {0}", what);
    }

    private static String some(Collection<String> names) {
        return names.stream().limit(TOLD_NAMES_MAX).collect(Collectors.joining(", "))
                + (names.size() > TOLD_NAMES_MAX ? ", …" : "");
    }
}
