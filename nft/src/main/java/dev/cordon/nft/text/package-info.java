/// Rulesets as nftables writes and prints them.
@NullMarked
package dev.cordon.nft.text;

import org.jspecify.annotations.NullMarked;
