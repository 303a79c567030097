/// From what is and what should be to one atomic change.
@NullMarked
package dev.cordon.nft.plan;

import org.jspecify.annotations.NullMarked;
