package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.verdict.Reason.EstablishedSession;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Dispatch;
import dev.cordon.nft.ruleset.DispatchMap;
import dev.cordon.nft.ruleset.DispatchMap.Target;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns a host view and the links of the host into the ruleset that enforces it.
///
/// Every link that carries an ENI is judged by that ENI's policy, also if there are several. A link
/// whose ENI has no policy in the view passes nothing. Other links are not touched.
public final class Lower {

    private static final Line SESSION = new Line(
            List.of(new Test.State(Test.Tracked.ESTABLISHED_OR_RELATED)),
            new Ending.Says(new Verdict(Action.ACCEPT, new EstablishedSession())));

    private static final Line INVALID =
            new Line(List.of(new Test.State(Test.Tracked.INVALID)), new Ending.DropsInvalid());

    private Lower() {}

    public static Ruleset lower(HostView view, Collection<Binding> bindings) {
        List<DispatchMap> maps = Arrays.stream(Dispatch.values())
                .map(dispatch -> map(dispatch, view, bindings))
                .toList();
        List<Chain> chains = bindings.stream()
                .map(Binding::eni)
                .distinct()
                .flatMap(eni -> view.enis().get(eni).stream())
                .flatMap(policy -> Stream.of(
                        chain(policy, Direction.INGRESS, List.of()),
                        chain(policy, Direction.EGRESS, checks(policy, bindings))))
                .toList();
        return new Ruleset(maps, chains);
    }

    private static DispatchMap map(Dispatch dispatch, HostView view, Collection<Binding> bindings) {
        SortedMap<String, Target> byLink = new TreeMap<>();
        for (Binding binding : bindings) {
            boolean known = view.enis().contains(binding.eni());
            Optional<Target> target = known
                    ? direction(dispatch, binding.kind()).map(way -> new Target.Judge(chainName(binding.eni(), way)))
                    : Optional.of(new Target.Closed());
            target.ifPresent(to -> byLink.put(binding.link(), to));
        }
        return new DispatchMap(dispatch, byLink);
    }

    /// Returns which way a packet goes, seen from the ENI of its link; nothing where it is not
    /// judged: what passes between a guest and the machine itself.
    private static Optional<Direction> direction(Dispatch dispatch, LinkKind kind) {
        return switch (kind) {
            case GUEST ->
                switch (dispatch) {
                    case FORWARD_IN -> Optional.of(Direction.EGRESS);
                    case FORWARD_OUT -> Optional.of(Direction.INGRESS);
                    case INPUT, OUTPUT -> Optional.empty();
                };
            case HOST ->
                switch (dispatch) {
                    case FORWARD_IN, INPUT -> Optional.of(Direction.INGRESS);
                    case FORWARD_OUT, OUTPUT -> Optional.of(Direction.EGRESS);
                };
        };
    }

    /// Ids have no slash, so no two chains share a name.
    static String chainName(EniId eni, Direction direction) {
        return eni + "/" + direction.name().toLowerCase(Locale.ROOT);
    }

    /// Returns what is asked of packets of an ENI before anything else. A machine of its own may
    /// have more addresses than its ENI.
    private static List<Line> checks(EniPolicy policy, Collection<Binding> bindings) {
        boolean isGuest = bindings.stream()
                .anyMatch(binding ->
                        binding.kind() == LinkKind.GUEST && binding.eni().equals(policy.eni()));
        return isGuest ? SourceCheck.lines(policy.addresses()) : List.of();
    }

    private static Chain chain(EniPolicy policy, Direction direction, List<Line> checks) {
        Clauses clauses = policy.clauses(direction);
        List<Line> lines = new ArrayList<>(checks);
        lines.addAll(List.of(SESSION, INVALID));
        for (Clause clause : clauses.inOrder()) {
            lines.addAll(ClauseLines.of(clause, direction));
        }
        lines.add(new Line(List.of(), new Ending.Says(clauses.otherwise())));
        return new Chain(chainName(policy.eni(), direction), lines);
    }
}
