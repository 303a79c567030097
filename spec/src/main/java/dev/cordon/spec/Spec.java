package dev.cordon.spec;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.IntraEgress;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What security groups mean: the verdict on a new flow, as an obvious program.
///
/// This is where the meaning is written down. It is slow, and it is right or is fixed first; every
/// faster reader is compared with it. Each step cites what it follows.
///
/// @spec https://help.aliyun.com/document_detail/120621.html The ordered tables
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Security group
///     rules
/// @spec https://www.alibabacloud.com/help/doc-detail/96468.htm Isolation of instances within a
///     security group
public final class Spec {

    private final Profile profile;
    private final PolicyState state;

    public Spec(Profile profile, PolicyState state) {
        this.profile = profile;
        this.state = state;
    }

    /// Decides a flow that belongs to no session, at one ENI and direction.
    public Verdict decide(EniId id, Direction direction, Flow flow) {
        return state.eni(id).map(eni -> decide(eni, direction, flow)).orElseGet(() -> Verdict.noGroup(id));
    }

    /// The order: the platform, membership, rules, the default. An ENI in no group cannot be made;
    /// if there is one all the same, it is closed.
    private Verdict decide(Eni eni, Direction direction, Flow flow) {
        return Platform.decide(eni, direction, flow).orElseGet(() -> {
            if (eni.groups().isEmpty()) {
                return Verdict.noGroup(eni.id());
            }
            Optional<Verdict> shared = sharedGroup(eni, direction.peerOf(flow)).map(Verdict::sharedGroup);
            Optional<Verdict> custom = firstRule(eni, direction, flow).map(Verdict::matched);
            boolean sharedFirst = direction == Direction.INGRESS || profile.intraEgress() == IntraEgress.FIRST;
            return sharedFirst
                    ? shared.or(() -> custom).orElseGet(() -> byDefault(eni, direction))
                    : custom.or(() -> shared).orElseGet(() -> byDefault(eni, direction));
        });
    }

    /// Returns the group, if any, through which two ENIs may talk although no rule says so: a basic
    /// group that interconnects its members, of which the ENI and another one with that address are
    /// members. Of several the one that was attached first is named.
    ///
    /// An isolated group adds nothing here, and takes nothing away: isolation has the lowest
    /// priority. Only one profile, kept for history, lets a shared isolated group win.
    private Optional<SecurityGroupId> sharedGroup(Eni eni, IpAddress peer) {
        boolean isolated = groupsOf(eni)
                .filter(group -> group.type() == GroupType.BASIC)
                .filter(group -> group.intraGroupPolicy() == IntraGroupPolicy.ISOLATED)
                .anyMatch(group -> hasOther(group, eni, peer));
        if (isolated && profile.isolation() == Isolation.FIRST) {
            return Optional.empty();
        }
        return groupsOf(eni)
                .filter(SecurityGroup::interconnects)
                .filter(group -> hasOther(group, eni, peer))
                .map(SecurityGroup::id)
                .findFirst();
    }

    /// Tells whether an address is a private address of a member other than the ENI. Public
    /// addresses never count, so members that talk through their EIPs are strangers.
    private boolean hasOther(SecurityGroup group, Eni eni, IpAddress peer) {
        return state.membersOf(group.id())
                .filter(member -> !member.id().equals(eni.id()))
                .anyMatch(member -> member.addresses().containsPrivate(peer));
    }

    /// Returns the first rule that matches. The rules of all groups are put together and sorted by
    /// priority, then drop before accept; the rest of the order only makes the answer repeatable.
    private Optional<Rule> firstRule(Eni eni, Direction direction, Flow flow) {
        List<SecurityGroupId> groups = eni.groups();
        Comparator<Rule> evaluationOrder = comparing(Rule::priority)
                .thenComparing(rule -> rule.action() == Action.DROP ? 0 : 1)
                .thenComparingInt(rule -> groups.indexOf(rule.group()))
                .thenComparing(comparingInt(Rule::position))
                .thenComparing(Rule::id);
        return groups.stream()
                .flatMap(group -> state.rulesOf(group).stream())
                .filter(rule -> rule.direction() == direction)
                .sorted(evaluationOrder)
                .filter(rule -> Matching.matches(rule, flow, state))
                .findFirst();
    }

    /// What is not accepted may not come in. A basic group lets everything out, an advanced group
    /// nothing; an ENI in both kinds, which cannot be made, counts as advanced.
    private Verdict byDefault(Eni eni, Direction direction) {
        boolean closed =
                direction == Direction.INGRESS || groupsOf(eni).anyMatch(group -> group.type() == GroupType.ADVANCED);
        return Verdict.byDefault(closed ? Action.DROP : Action.ACCEPT, direction);
    }

    private Stream<SecurityGroup> groupsOf(Eni eni) {
        return eni.groups().stream().map(id -> state.group(id).orElseThrow());
    }
}
