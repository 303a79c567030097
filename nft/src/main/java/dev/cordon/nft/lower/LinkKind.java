package dev.cordon.nft.lower;

/// What is behind a link that carries an ENI.
public enum LinkKind {
    /// The instance: what it sends comes in by the link and is forwarded.
    GUEST,
    /// The network: the machine itself is the instance.
    HOST;

    /// Returns what an ENI is asked for that has two links: a guest is asked for more.
    LinkKind orGuest(LinkKind other) {
        return this == GUEST ? GUEST : other;
    }
}
