package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The chains of one ENI: what only it is asked, before what it shares with others.
final class EniChains {

    private static final Ending FORGED = new Ending.Denies(Denial.forged(Direction.EGRESS));

    private static final int ADVERTISEMENT = 136;

    private static final Test INVALID = new Test.State(Test.Tracked.INVALID);

    /// Errors about sessions that nobody knows any more, which policy has a say about all the same.
    private static final List<Test> PATH_MTU = List.of(
            new Test.IcmpMessage(AddressFamily.IPV4, 3, 4, 4), new Test.IcmpMessage(AddressFamily.IPV6, 2, 0, 255));

    private final EniPolicy policy;
    private final Version addresses;

    /// @param addresses which view has made its addresses what they are
    EniChains(EniPolicy policy, Version addresses) {
        this.policy = policy;
        this.addresses = addresses;
    }

    /// Ids have no slash, so no two chains share a name.
    static String name(EniId eni, Direction direction) {
        return eni + "/" + direction.name().toLowerCase(Locale.ROOT);
    }

    static String guard(EniId eni) {
        return eni + "/guard";
    }

    static String arpGuard(EniId eni) {
        return Table.ARP.named(guard(eni));
    }

    private static String neighbours(EniId eni) {
        return eni + "/neighbours";
    }

    /// Returns the chains that only a guest is asked.
    List<Chain> guards() {
        return List.of(guard(), neighbours(), arp());
    }

    /// Returns the sets of the ENI's own addresses, where it has more than one of a family.
    Stream<Lookup> lookups() {
        return Stream.of(AddressFamily.values())
                .filter(family -> own(family).size() > 1)
                .map(family -> {
                    SortedTable<Key, Lookup.Element> elements = Lookup.noElements();
                    for (CidrBlock block : own(family)) {
                        elements =
                                new Lookup.Element(new Key.Addresses(block), new Lookup.Value.Present()).in(elements);
                    }
                    return new Lookup(set(family), type(family), elements);
                });
    }

    private static Lookup.Type type(AddressFamily family) {
        return switch (family) {
            case IPV4 -> Lookup.Type.IPV4_BLOCKS;
            case IPV6 -> Lookup.Type.IPV6_BLOCKS;
        };
    }

    private String set(AddressFamily family) {
        return addresses.of(policy.eni() + "/own_" + family.name().toLowerCase(Locale.ROOT));
    }

    private List<CidrBlock> own(AddressFamily family) {
        return policy.addresses().of(family);
    }

    private Optional<Test> isOwn(AddressFamily family, Side side) {
        List<CidrBlock> own = own(family);
        return switch (own.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Test.AddressInBlock(side, own.getFirst()));
            default -> Optional.of(new Test.AddressInSet(family, side, set(family)));
        };
    }

    /// Returns the chain of packets that go in a direction, seen from the ENI. Whoever claims one
    /// of its own addresses from the far side is forged.
    ///
    /// @param scope the name of what the ENI shares with others
    Chain judge(Direction direction, String scope) {
        Side far = direction == Direction.INGRESS ? Side.SOURCE : Side.DESTINATION;
        List<Line> lines = new ArrayList<>();
        Ending rules = new Ending.Goes(Scope.rules(scope));
        for (AddressFamily family : AddressFamily.values()) {
            isOwn(family, far)
                    .ifPresent(own -> lines.add(new Line(List.of(own), new Ending.Denies(Denial.forged(direction)))));
        }
        if (direction == Direction.INGRESS) {
            PATH_MTU.forEach(error -> lines.add(new Line(List.of(INVALID, error), rules)));
        }
        lines.add(new Line(List.of(INVALID), new Ending.Denies(Denial.invalid(direction))));
        lines.add(Line.always(rules));
        return Chain.of(name(policy.eni(), direction), lines);
    }

    /// Returns the chain that everything that a guest sends goes through first, before its session
    /// is looked up: with the address of a member it would be taken for one, and in the frame of
    /// another its answers would be led astray. A guest that has no address yet may ask for one,
    /// and no guest may hand them out.
    private Chain guard() {
        List<Line> lines = new ArrayList<>();
        Optional<Test> v4 = isOwn(AddressFamily.IPV4, Side.SOURCE);
        Optional<Test> v6 = isOwn(AddressFamily.IPV6, Side.SOURCE);
        Ending returns = new Ending.Returns("OWN");
        lines.add(new Line(List.of(new Test.SentByOther(policy.mac())), FORGED));
        v4.ifPresent(own -> lines.add(new Line(List.of(new Test.Layer4(IpProtocol.TCP), own), returns)));
        v6.ifPresent(own -> lines.add(new Line(List.of(new Test.Layer4(IpProtocol.TCP), own), returns)));
        lines.add(new Line(BaseChains.dhcp(67, 68), FORGED));
        lines.add(new Line(BaseChains.dhcp(547, 546), FORGED));
        v4.ifPresent(own -> lines.add(new Line(List.of(own), returns)));
        lines.add(new Line(List.of(new Test.NeighbourMessage()), new Ending.Asks(neighbours(policy.eni()))));
        v6.ifPresent(own -> lines.add(new Line(List.of(own), returns)));
        lines.add(Line.always(new Ending.Goes(GuardChains.OTHER_ADDRESS)));
        return Chain.of(guard(policy.eni()), lines);
    }

    /// Returns the chain of what a guest says to its neighbours of IPv6: which addresses it has is
    /// true. An address of its link alone may be any, as there is nobody else on the link.
    private Chain neighbours() {
        Test advertises = BaseChains.message(ADVERTISEMENT);
        List<Line> lines = new ArrayList<>();
        for (CidrBlock own : own(AddressFamily.IPV6)) {
            lines.add(new Line(List.of(advertises, new Test.SpeaksOf(own)), new Ending.Returns("OWN")));
        }
        Test ofLink = new Test.SpeaksOf(GuardChains.LINK_LOCAL);
        lines.add(new Line(List.of(advertises, ofLink), new Ending.Returns("NECESSARY")));
        lines.add(Line.always(new Ending.Goes(GuardChains.NOT_OF_GUESTS)));
        return Chain.of(neighbours(policy.eni()), lines);
    }

    /// Returns the chain of what a guest says by ARP. Who does not know yet whether an address is
    /// free asks from none.
    private Chain arp() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(List.of(new Test.SentByOther(policy.mac())), FORGED));
        lines.add(new Line(List.of(new Test.ArpOfOther(policy.mac())), FORGED));
        for (CidrBlock own : own(AddressFamily.IPV4)) {
            lines.add(new Line(List.of(new Test.ArpClaims(own)), new Ending.Returns("OWN")));
        }
        List<Test> probe = List.of(new Test.ArpClaims(GuardChains.UNSPECIFIED_IPV4), new Test.ArpAsks());
        lines.add(new Line(probe, new Ending.Returns("NECESSARY")));
        lines.add(Line.always(FORGED));
        return Chain.of(arpGuard(policy.eni()), lines);
    }
}
