/// What the kernel should hold: the part of nftables that Cordon writes.
@NullMarked
package dev.cordon.nft.ruleset;

import org.jspecify.annotations.NullMarked;
