/// A ruleset run without a kernel.
@NullMarked
package dev.cordon.nft.interpret;

import org.jspecify.annotations.NullMarked;
