package dev.cordon.nft.lower;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What every guest is asked alike when it sends from an address that is not its ENI's.
final class GuardChains {

    static final String OTHER_ADDRESS = "guard/other_address";
    static final String NOT_OF_GUESTS = "guard/not_of_guests";

    static final CidrBlock UNSPECIFIED_IPV4 = CidrBlock.of("0.0.0.0/32");
    private static final CidrBlock UNSPECIFIED_IPV6 = CidrBlock.of("::/128");
    static final CidrBlock LINK_LOCAL = CidrBlock.of("fe80::/10");

    /// What IPv6 says before it knows that an address is its own.
    private static final List<Integer> FROM_NOWHERE = List.of(131, 133, 135, 143);

    /// What routers say, and who has an address: a guest for whom that is true has been let go on
    /// before.
    private static final List<Integer> OF_THE_NETWORK = List.of(134, 136, 137);

    private GuardChains() {}

    /// A guest is no router, and answers for no other one.
    static Chain notOfGuests() {
        Ending forged = new Ending.Denies(Denial.forged(Direction.EGRESS));
        return Chain.of(
                NOT_OF_GUESTS,
                OF_THE_NETWORK.stream()
                        .map(type -> new Line(List.of(BaseChains.message(type)), forged))
                        .toList());
    }

    /// A guest that has no address yet may ask for one, and look for its neighbours.
    static Chain otherAddress() {
        List<Line> lines = new ArrayList<>();
        lines.add(from(UNSPECIFIED_IPV4, BaseChains.dhcp(68, 67)));
        lines.add(from(LINK_LOCAL, BaseChains.dhcp(546, 547)));
        BaseChains.CLIENT_MESSAGES.forEach(type -> lines.add(from(LINK_LOCAL, List.of(BaseChains.message(type)))));
        FROM_NOWHERE.forEach(type -> lines.add(from(UNSPECIFIED_IPV6, List.of(BaseChains.message(type)))));
        lines.add(Line.always(new Ending.Denies(Denial.forged(Direction.EGRESS))));
        return Chain.of(OTHER_ADDRESS, lines);
    }

    private static Line from(CidrBlock block, List<Test> more) {
        Test source = new Test.AddressInBlock(Side.SOURCE, block);
        return new Line(Stream.concat(Stream.of(source), more.stream()).toList(), new Ending.Returns("NECESSARY"));
    }
}
