package dev.cordon.nft.lower;

/// What is behind a link that carries an ENI.
public enum LinkKind {
    /// The instance: what it sends comes in by the link and is forwarded.
    GUEST,
    /// The network: the machine itself is the instance.
    HOST,
    /// Other ports of a bridge: what passes it is never forwarded as far as rules see, and cannot
    /// be judged.
    BRIDGE_PORT;

    /// Returns what an ENI is asked for that has two links: a guest is asked for more.
    LinkKind orGuest(LinkKind other) {
        return this == GUEST ? GUEST : other;
    }
}
