import org.jspecify.annotations.NullMarked;

/// Host view to nftables, as text and values; no kernel.
@NullMarked
module dev.cordon.nft {
    requires static transitive org.jspecify;
    requires transitive dev.cordon.model;
    requires transitive dev.cordon.engine;

    exports dev.cordon.nft.attest;
    exports dev.cordon.nft.interpret;
    exports dev.cordon.nft.lower;
    exports dev.cordon.nft.plan;
    exports dev.cordon.nft.ruleset;
    exports dev.cordon.nft.text;
}
