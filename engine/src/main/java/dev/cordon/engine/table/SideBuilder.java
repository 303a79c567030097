package dev.cordon.engine.table;

import dev.cordon.engine.compile.DefaultVerdict;
import dev.cordon.engine.compile.EvaluationOrder;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the table of one direction for ENIs with the same groups.
final class SideBuilder {

    private final Profile profile;
    private final PolicyState state;
    private final Registry registry;

    SideBuilder(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
    }

    /// @param groups of the ENIs, in the order in which they were attached, at least one
    SideTable build(List<SecurityGroupId> groups, Direction direction) {
        List<Rule> rules = EvaluationOrder.rules(state, groups, direction);
        List<SecurityGroup> known =
                groups.stream().map(id -> state.group(id).orElseThrow()).toList();
        RuleBits serviceBits = new RuleBits(rules.size());
        Services services = new ServiceBuilder(state, rules, serviceBits).build();
        return new SideTable(
                new PeerBuilder(profile, state, registry).build(rules, known),
                services,
                serviceBits.done(),
                narrow(rules),
                outcomes(rules, known, direction));
    }

    private Optional<Narrow> narrow(List<Rule> rules) {
        boolean narrow = rules.stream()
                .anyMatch(rule -> !rule.match().local().equals(LocalSide.everything())
                        || !rule.match().sourcePorts().equals(PortRange.ANY));
        return narrow ? Optional.of(NarrowBuilder.build(rules)) : Optional.empty();
    }

    private Outcomes outcomes(List<Rule> rules, List<SecurityGroup> groups, Direction direction) {
        List<Verdict> byRank = new ArrayList<>();
        rules.forEach(rule -> byRank.add(Verdict.matched(rule)));
        byRank.add(DefaultVerdict.of(groups, direction));
        List<Verdict> byPlace =
                groups.stream().map(group -> Verdict.sharedGroup(group.id())).toList();
        IntraEgress shared = direction == Direction.INGRESS ? IntraEgress.FIRST : profile.intraEgress();
        return new Outcomes(byRank, byPlace, shared);
    }
}
