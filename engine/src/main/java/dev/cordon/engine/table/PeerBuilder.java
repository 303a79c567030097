package dev.cordon.engine.table;

import dev.cordon.engine.table.GroupSlots.Meaning;
import dev.cordon.engine.table.Sweep.Point;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.Isolation;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the classes of peers of one side.
final class PeerBuilder {

    private final Profile profile;
    private final PolicyState state;
    private final Registry registry;

    PeerBuilder(Profile profile, PolicyState state, Registry registry) {
        this.profile = profile;
        this.state = state;
        this.registry = registry;
    }

    Peers build(List<Rule> rules, List<SecurityGroup> groups) {
        long[] none = new long[RuleBits.words(rules.size())];
        Sweep v4 = new Sweep(Point.LAST_IPV4, rules.size(), none);
        Sweep v6 = new Sweep(Point.LAST_IPV6, rules.size(), none);
        Map<Integer, long[]> named = new TreeMap<>();
        for (int rank = 0; rank < rules.size(); rank++) {
            for (CidrBlock block : blocks(rules.get(rank).match().peer())) {
                switch (block.family()) {
                    case IPV4 -> Points.add(v4, block, rank);
                    case IPV6 -> Points.add(v6, block, rank);
                }
            }
            if (rules.get(rank).match().peer() instanceof Peer.Group(SecurityGroupId group)) {
                addNamed(named, group, rank, none);
            }
        }
        RuleBits bits = new RuleBits(rules.size());
        Ranges32 ranges4 = Sweep.narrow(v4.ranges(bits));
        Ranges128 ranges6 = Sweep.wide(v6.ranges(bits));
        return new Peers(ranges4, ranges6, slots(groups, named, bits), bits.done());
    }

    /// A group that nobody is in has no number, and needs none.
    private void addNamed(Map<Integer, long[]> named, SecurityGroupId group, int rank, long[] none) {
        registry.groupNumber(group)
                .ifPresent(number -> named.computeIfAbsent(number, first -> none.clone())[rank >>> 6] |= 1L << rank);
    }

    private List<CidrBlock> blocks(Peer peer) {
        return switch (peer) {
            case Peer.Block(CidrBlock block) -> List.of(block);
            case Peer.Listed(var list) -> state.prefixList(list).orElseThrow().entries();
            case Peer.Group group -> List.of();
        };
    }

    private GroupSlots slots(List<SecurityGroup> groups, Map<Integer, long[]> named, RuleBits bits) {
        Map<Integer, Meaning> meanings = new TreeMap<>();
        named.forEach((group, words) -> meanings.put(group, new Meaning(group, GroupSlots.NO_PLACE, bits.row(words))));
        for (int position = 0; position < groups.size(); position++) {
            int place = place(groups.get(position), position);
            int group = registry.groupNumber(groups.get(position).id()).orElseThrow();
            if (place != GroupSlots.NO_PLACE) {
                int row = meanings.containsKey(group) ? meanings.get(group).row() : GroupSlots.NO_ROW;
                meanings.put(group, new Meaning(group, place, row));
            }
        }
        return new GroupSlots(new ArrayList<>(meanings.values()));
    }

    /// An isolated group has no place: isolation is an absence. Only one profile, kept for history,
    /// lets it come before all else.
    private int place(SecurityGroup group, int position) {
        if (group.interconnects()) {
            return position;
        }
        boolean first = profile.isolation() == Isolation.FIRST && group.type() == GroupType.BASIC;
        return first ? GroupSlots.ISOLATED : GroupSlots.NO_PLACE;
    }
}
