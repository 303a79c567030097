package dev.cordon.nft.interpret;

import dev.cordon.model.net.Flow;

/// A packet at a hook, as rules see it, in the frame of whoever is behind its link. It may be one
/// that has passed a router.
///
/// @param in name of the link it came in by, empty if the machine made it
/// @param out name of the link it goes out by, empty if the machine takes it
public record Packet(String in, String out, Tracking tracking, Flow flow) {

    /// How conntrack sees it.
    public enum Tracking {
        NEW,
        ESTABLISHED,
        RELATED,
        INVALID
    }
}
