package dev.cordon.nft.lower;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.NamedSet;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Presence;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.List;
import java.util.stream.Stream;

/// The rules that stop what a guest sends from addresses that are not its own: with the address of
/// a member it would be taken for one. They come before sessions, so that none is joined either.
final class SourceCheck {

    private SourceCheck() {}

    static List<Line> lines(AddressSet own) {
        return Stream.of(AddressFamily.values())
                .map(family -> new Line(List.of(isForeign(family, own.of(family))), new Ending.DropsForged()))
                .toList();
    }

    private static Test isForeign(AddressFamily family, List<CidrBlock> own) {
        return switch (own.size()) {
            case 0 -> new Test.Family(family);
            case 1 -> new Test.AddressInBlock(Side.SOURCE, Presence.NOT_IN, own.getFirst());
            default -> new Test.AddressInSet(Side.SOURCE, Presence.NOT_IN, new NamedSet(family, own));
        };
    }
}
