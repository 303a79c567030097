package dev.cordon.nft.attest;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.model.net.CidrBlock;

/// Something that is looked at of an address.
sealed interface Fact {

    /// A line asks for a block.
    record InBlock(CidrBlock block) implements Fact {}

    /// A line asks a set or a map of one of the rulesets.
    record InLookup(Holder holder, String lookup) implements Fact {}

    /// A clause asks for a set.
    record InSet(AddressSet set) implements Fact {}

    /// Whose ruleset it is.
    enum Holder {
        KERNEL,
        LOWERED
    }
}
