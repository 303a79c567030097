package dev.cordon.model.policy;

import dev.cordon.model.net.PortRange;

/// The destination ports that a rule is about, in either direction.
public sealed interface PortMatch {

    /// One range; [PortRange#ANY] where the protocol has no ports or all are meant.
    record Range(PortRange range) implements PortMatch {}

    /// The ranges of a port list, as it stands when a flow is decided.
    record Listed(PortListId list) implements PortMatch {}

    static PortMatch any() {
        return new Range(PortRange.ANY);
    }

    static PortMatch of(PortRange range) {
        return new Range(range);
    }
}
