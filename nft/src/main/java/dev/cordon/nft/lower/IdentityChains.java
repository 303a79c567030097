package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The chains that mark a packet with the identity of its far address, and the maps that they look
/// into: single addresses first, by hash, and blocks where no address is named alone.
final class IdentityChains {

    private IdentityChains() {}

    /// Returns the chain that identifies the far side of packets that go in a direction.
    static String name(Direction direction) {
        return switch (direction) {
            case INGRESS -> "far/source";
            case EGRESS -> "far/destination";
        };
    }

    static Stream<Chain> chains(Identities identities) {
        return Stream.of(Direction.values()).flatMap(direction -> chains(direction, identities));
    }

    private static Stream<Chain> chains(Direction direction, Identities identities) {
        String v4 = name(direction) + "/" + word(AddressFamily.IPV4);
        String v6 = name(direction) + "/" + word(AddressFamily.IPV6);
        Side side = direction == Direction.INGRESS ? Side.SOURCE : Side.DESTINATION;
        return Stream.of(
                Chain.of(
                        name(direction),
                        List.of(
                                new Line(List.of(new Test.Family(AddressFamily.IPV4)), new Ending.Goes(v4)),
                                Line.always(new Ending.Goes(v6)))),
                Chain.of(v4, identify(AddressFamily.IPV4, side, identities)),
                Chain.of(v6, identify(AddressFamily.IPV6, side, identities)));
    }

    private static List<Line> identify(AddressFamily family, Side side, Identities identities) {
        NumberRange all = Identities.all(family);
        Test known = new Test.ClassIn(List.of(new NumberRange(all.first() + 1, all.last())));
        return List.of(
                Line.always(new Ending.Marks(Identities.nobody(family))),
                Line.always(new Ending.MarksAddress(family, side, hosts(family))),
                new Line(List.of(known), new Ending.Returns("IDENTIFIED")),
                Line.always(new Ending.MarksBlock(family, side, blocks(family, identities))));
    }

    static Stream<Lookup> lookups(Identities identities) {
        return Stream.of(AddressFamily.values())
                .flatMap(family -> Stream.of(
                        new Lookup(hosts(family), hostType(family), identities.hosts(family)),
                        new Lookup(blocks(family, identities), blockType(family), identities.blocks(family))));
    }

    private static Type hostType(AddressFamily family) {
        return switch (family) {
            case IPV4 -> Type.IDENTITY_OF_IPV4;
            case IPV6 -> Type.IDENTITY_OF_IPV6;
        };
    }

    private static Type blockType(AddressFamily family) {
        return switch (family) {
            case IPV4 -> Type.IDENTITY_OF_IPV4_BLOCK;
            case IPV6 -> Type.IDENTITY_OF_IPV6_BLOCK;
        };
    }

    private static String hosts(AddressFamily family) {
        return "identity_of_" + word(family);
    }

    private static String blocks(AddressFamily family, Identities identities) {
        return identities.versionOfBlocks(family).of("identity_of_" + word(family) + "_block");
    }

    private static String word(AddressFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }
}
