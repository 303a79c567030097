/// Whether what a kernel holds says what the engine says, of every new flow.
@NullMarked
package dev.cordon.nft.attest;

import org.jspecify.annotations.NullMarked;
