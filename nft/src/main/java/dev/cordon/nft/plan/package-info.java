/// From what is and what should be to transactions, each atomic.
@NullMarked
package dev.cordon.nft.plan;

import org.jspecify.annotations.NullMarked;
