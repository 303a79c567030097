package dev.cordon.model.policy;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;

/// The protocols that a rule is about.
///
/// A number and its name are the same: 1 is ICMP and matches in IPv4 only, 58 is ICMPv6 and matches
/// in IPv6 only.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Security group
///     rules
public sealed interface ProtocolMatch {

    /// Every protocol.
    record All() implements ProtocolMatch {}

    /// One protocol.
    record One(IpProtocol protocol) implements ProtocolMatch {}

    static ProtocolMatch all() {
        return new All();
    }

    static ProtocolMatch of(IpProtocol protocol) {
        return new One(protocol);
    }

    default boolean matches(AddressFamily family, IpProtocol protocol) {
        return switch (this) {
            case All() -> true;
            case One(IpProtocol wanted) -> wanted.equals(protocol) && protocol.belongsTo(family);
        };
    }

    /// Tells whether all of these protocols have ports that a rule can name.
    default boolean hasPorts() {
        return switch (this) {
            case All() -> false;
            case One(IpProtocol protocol) -> protocol.hasPorts();
        };
    }
}
