/// From a host view to a ruleset.
@NullMarked
package dev.cordon.nft.lower;

import org.jspecify.annotations.NullMarked;
