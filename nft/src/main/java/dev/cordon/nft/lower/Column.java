package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.List;

/// Far addresses of a family that a scope does not tell apart.
///
/// @param numbers what such an address is marked with when the scope decides
/// @param sets the numbers of the scope's sets that they are in
record Column(AddressFamily family, NumberRange numbers, List<Integer> sets) {

    Column {
        sets = List.copyOf(sets);
    }
}
