package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.Set;

/// Far addresses of a family that a scope does not tell apart.
///
/// @param numbers what such an address is marked with when the scope decides
/// @param slots the slots of the scope's sets that they are in
record Column(AddressFamily family, NumberRange numbers, Set<Integer> slots) {

    Column {
        slots = Set.copyOf(slots);
    }
}
