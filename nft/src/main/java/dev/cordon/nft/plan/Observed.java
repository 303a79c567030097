package dev.cordon.nft.plan;

import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.ListingReader;

/// What is in the kernel under the name of our tables.
public sealed interface Observed {

    record Absent() implements Observed {}

    record Present(Listing listing) implements Observed {}

    /// Nobody has touched what we have put there, so it need not be read.
    record Untouched(Ruleset enforced) implements Observed {}

    /// Whoever made our tables anew has not come to the end: the shelter is still there.
    ///
    /// @param table what is there under our own name
    record Sheltered(Observed table, Listing shelter) implements Observed {}

    /// @param text what `nft list table` prints of our tables, one after the other
    static Observed read(String text) {
        return new Present(ListingReader.read(text));
    }

    /// Returns what reading gives after a ruleset has been applied.
    static Observed of(Ruleset enforced) {
        return new Present(Listing.of(enforced));
    }
}
