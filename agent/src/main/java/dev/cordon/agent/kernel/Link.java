package dev.cordon.agent.kernel;

/// A network link as the kernel lists it.
///
/// @param alias empty if none is set
public record Link(int index, String name, String alias, Place place) {

    /// What the kernel does with what comes by a link.
    public enum Place {
        /// Takes it, or routes it.
        ROUTED,
        /// Hands it to other ports of a bridge.
        BRIDGE_PORT
    }
}
