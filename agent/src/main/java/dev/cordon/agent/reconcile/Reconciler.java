package dev.cordon.agent.reconcile;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.kernel.NftException;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.Lower;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings the kernel to the newest host view, from whatever state it is in.
///
/// Remembers nothing that it could not read again: what it knows of the kernel only saves reading
/// it as long as nobody else has changed a ruleset.
public final class Reconciler {

    /// Passes in a row that the kernel may refuse before the ENIs to blame are found and closed.
    static final int REFUSALS_MAX = 3;

    /// Names of what has drifted, in one line of the log.
    private static final int TOLD_NAMES_MAX = 10;

    private static final Logger LOG = System.getLogger(Reconciler.class.getName());

    private final Kernel kernel;
    private final HostViewFeed feed;
    private final Consumer<Enforced> report;
    private final EnforcementMeter meter;
    private final LiveSessions sessions;
    private Set<Binding> ports = Set.of();
    private final RefusedEnis refused = new RefusedEnis();
    private int refusals;
    private HostView held = new HostView(Revision.NONE, SortedTable.empty());
    private Enforced confirmed = Enforced.NOTHING;
    private final EnforcementSettings settings;
    private Lower lower;
    private Optional<Known> known = Optional.empty();

    /// What the kernel holds, as of a generation of its rulesets. Our own transaction makes the
    /// next generation; if there is another one, someone else was there, and the next pass reads.
    private record Known(Ruleset enforced, long generation) {}

    public Reconciler(
            Kernel kernel,
            HostViewFeed feed,
            Consumer<Enforced> report,
            EnforcementMeter meter,
            EnforcementSettings settings) {
        this.kernel = new MeteredKernel(kernel, meter);
        this.feed = feed;
        this.report = report;
        this.meter = meter;
        this.sessions = new LiveSessions(this.kernel);
        this.settings = settings;
        this.lower = Lower.fresh(settings.rules());
    }

    /// Does one pass: read, compare, apply the difference, end what is no longer allowed, report.
    /// At the first one all sessions are judged, because policy may have changed while no agent was
    /// there; then those that a change may have turned.
    ///
    /// @return whether the kernel had to be changed
    public boolean step() {
        List<Binding> bindings = BoundLinks.of(kernel.links());
        Set<EniId> bound = bindings.stream().map(Binding::eni).collect(Collectors.toUnmodifiableSet());
        Optional<HostView> view = feed.view(bound);
        if (view.isEmpty()) {
            return false;
        }
        boolean changed = program(view.get(), bindings);
        tellPorts(bindings);
        List<Binding> judged = bindings.stream().filter(Binding::isHeld).toList();
        Enforced enforced = new Enforced(held.revision(), judged, refused.enis());
        if (changed || !enforced.equals(confirmed)) {
            confirmed = Enforced.NOTHING;
            tellEnded(held, judge(held, judged));
            confirmed = enforced;
        } else {
            tellEnded(held, sessions.judgeLate());
        }
        report.accept(enforced);
        return changed;
    }

    /// Enforces a view, or as much of it as the kernel takes: an ENI whose policy it refuses again
    /// and again must not keep the others from theirs.
    private boolean program(HostView view, List<Binding> bindings) {
        HostView asked = refused.without(view);
        try {
            boolean changed = enforce(asked, bindings);
            refusals = 0;
            return changed;
        } catch (NftException refusal) {
            refusals++;
            if (refusals <= REFUSALS_MAX) {
                throw refusal;
            }
            List<EniPolicy> culprits = RefusalSearch.search(held, asked, some -> isTaken(some, bindings));
            boolean changed = enforce(RefusedEnis.without(asked, culprits), bindings);
            close(culprits, view.revision(), refusal);
            return changed;
        }
    }

    private boolean isTaken(HostView view, List<Binding> bindings) {
        try {
            enforce(view, bindings);
            return true;
        } catch (NftException refusal) {
            return false;
        }
    }

    private void close(List<EniPolicy> policies, Revision revision, NftException refusal) {
        refusals = 0;
        refused.add(policies);
        for (EniPolicy policy : policies) {
            LOG.log(
                    Level.ERROR,
                    "closed {0}: the kernel refuses its policy of revision {1}: {2}",
                    policy.eni(),
                    revision,
                    refusal.getMessage());
        }
    }

    private boolean enforce(HostView view, List<Binding> bindings) {
        boolean changed = enforce(lowered(view, bindings));
        held = view;
        return changed;
    }

    /// Where sessions are kept, none is ever ended: not even at the first pass, when it cannot be
    /// told by which policy it began.
    private int judge(HostView view, List<Binding> bindings) {
        return switch (settings.change()) {
            case REVALIDATE -> sessions.judge(view, bindings);
            case KEEP_SESSIONS -> 0;
        };
    }

    /// Says once of each link that it cannot be held.
    private void tellPorts(List<Binding> bindings) {
        Set<Binding> now =
                bindings.stream().filter(binding -> !binding.isHeld()).collect(Collectors.toUnmodifiableSet());
        now.stream()
                .filter(port -> !ports.contains(port))
                .forEach(port -> LOG.log(
                        Level.WARNING,
                        "BRIDGE_PORT: link {0} carries {1} and is a port of a bridge, where nothing can be judged:"
                                + " nothing passes it; take it out of the bridge and route to it",
                        port.link(),
                        port.eni()));
        ports = now;
    }

    /// Numbers that begin anew may mean something else than those in the kernel.
    private List<Ruleset> lowered(HostView view, List<Binding> bindings) {
        if (lower.isWorn()) {
            lower = Lower.fresh(settings.rules());
            known = Optional.empty();
            sessions.distrust();
        }
        return lower.next(view, bindings);
    }

    /// Where nobody else was, the kernel is led from ruleset to ruleset; where it holds something
    /// else, to the last one at once.
    ///
    /// @param stages the last one is what should be enforced
    private boolean enforce(List<Ruleset> stages) {
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

    private static void tellEnded(HostView view, int ended) {
        if (ended > 0) {
            LOG.log(Level.INFO, "revision {0}: ended {1} sessions that are no longer allowed", view.revision(), ended);
        }
    }
}
