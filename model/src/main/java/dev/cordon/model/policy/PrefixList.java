package dev.cordon.model.policy;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import java.util.List;

/// A named list of blocks of one family.
///
/// @param entryCountMax what a rule that names the list weighs, filled or not
public record PrefixList(
        PrefixListId id, AddressFamily family, int entryCountMax, List<CidrBlock> entries, Details details)
        implements Entity {

    public PrefixList {
        entries = List.copyOf(entries);
        for (CidrBlock entry : entries) {
            if (entry.family() != family) {
                throw new IllegalArgumentException("block `" + entry + "` in a list of family `" + family + "`");
            }
        }
    }
}
