package dev.cordon.nft.ruleset;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.util.Comparator;

/// What an element of a [Lookup] stands for. The keys of one lookup are of one kind, and no two of
/// them stand for the same packet.
public sealed interface Key extends Comparable<Key> {

    record LinkName(String name) implements Key {}

    /// One address, or a block in a lookup of blocks.
    record Addresses(CidrBlock block) implements Key {}

    record Numbers(NumberRange range) implements Key {}

    /// Packets of a protocol to a range of ports, from or to a range of classes.
    record Box(PortRange ports, IpProtocol protocol, NumberRange classes) implements Key {}

    /// Packets of a range of protocols, whatever is behind their IP header.
    record Carried(IpProtocol first, IpProtocol last, NumberRange classes) implements Key {}

    Comparator<Box> BY_BOX =
            Comparator.comparing(Box::protocol).thenComparing(Box::ports).thenComparing(Box::classes);

    Comparator<Carried> BY_CARRIED =
            Comparator.comparing(Carried::first).thenComparing(Carried::last).thenComparing(Carried::classes);

    @Override
    default int compareTo(Key other) {
        return switch (this) {
            case LinkName(var name) when other instanceof LinkName that -> name.compareTo(that.name());
            case Addresses(var block) when other instanceof Addresses that -> block.compareTo(that.block());
            case Numbers(var range) when other instanceof Numbers that -> range.compareTo(that.range());
            case Box box when other instanceof Box that -> BY_BOX.compare(box, that);
            case Carried carried when other instanceof Carried that -> BY_CARRIED.compare(carried, that);
            case LinkName name -> throw mixed(other);
            case Addresses addresses -> throw mixed(other);
            case Numbers numbers -> throw mixed(other);
            case Box box -> throw mixed(other);
            case Carried carried -> throw mixed(other);
        };
    }

    private IllegalStateException mixed(Key other) {
        return new IllegalStateException("two kinds of keys in one lookup `" + this + ", " + other + "`");
    }
}
