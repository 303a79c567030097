package dev.cordon.model.net;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the types of ICMP and ICMPv6 are for: asking, answering, or reporting an error.
///
/// @spec https://www.iana.org/assignments/icmp-parameters ICMP types
/// @spec https://www.iana.org/assignments/icmpv6-parameters ICMPv6 types
final class IcmpTypes {

    /// Echo, timestamp, information and address mask: each question with its answer.
    private static final Map<Integer, Integer> QUESTIONS = Map.of(8, 0, 13, 14, 15, 16, 17, 18);

    private static final Map<Integer, Integer> QUESTIONS_V6 = Map.of(128, 129);

    /// Unreachable, source quench, redirect, time exceeded, parameter problem.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc1122#section-3.2.2 ICMP error messages
    private static final Set<Integer> ERRORS = Set.of(3, 4, 5, 11, 12);

    /// @spec https://www.rfc-editor.org/rfc/rfc4443#section-2.1 Error messages have types 0 to 127
    private static final int ERROR_V6_MAX = 127;

    private IcmpTypes() {}

    /// Returns the type that answers, or that is answered by, a type; nothing for an error.
    static Optional<Integer> counterpart(IpProtocol protocol, int type) {
        return (protocol.equals(IpProtocol.ICMPV6) ? QUESTIONS_V6 : QUESTIONS)
                .entrySet().stream()
                        .filter(pair -> pair.getKey() == type || pair.getValue() == type)
                        .map(pair -> pair.getKey() == type ? pair.getValue() : pair.getKey())
                        .findFirst();
    }

    static boolean isError(IpProtocol protocol, int type) {
        return protocol.equals(IpProtocol.ICMPV6) ? type <= ERROR_V6_MAX : ERRORS.contains(type);
    }
}
