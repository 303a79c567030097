package dev.cordon.nft.text;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// How often a verdict was given to new flows, as the kernel has counted.
///
/// @param packets the first of each flow that was let through; each that was dropped
/// @param bytes of these packets
public record Hit(Direction direction, Verdict verdict, long packets, long bytes) {

    Hit and(Hit more) {
        return new Hit(direction, verdict, packets + more.packets, bytes + more.bytes);
    }
}
