package dev.cordon.spec;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Transport.Ports;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Traffic that no rule can stop, and traffic that no rule can admit.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Special rules
final class Platform {

    private static final IpAddress METADATA = IpAddress.of("100.100.100.200");
    private static final int SMTP_PORT = 25;
    private static final int ICMP_UNREACHABLE = 3;
    private static final int ICMP_FRAGMENTATION_NEEDED = 4;
    private static final int ICMPV6_PACKET_TOO_BIG = 2;

    /// What the Internet does not route.
    ///
    /// @spec https://www.iana.org/assignments/iana-ipv4-special-registry IPv4 special-purpose
    ///     addresses
    /// @spec https://www.iana.org/assignments/iana-ipv6-special-registry IPv6 special-purpose
    ///     addresses
    private static final List<CidrBlock> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/3",
                    "::/8",
                    "fc00::/7",
                    "fe80::/10",
                    "ff00::/8")
            .map(CidrBlock::of)
            .toList();

    private Platform() {}

    static Optional<Verdict> decide(Eni eni, Direction direction, Flow flow) {
        return allowed(direction, flow)
                .map(service -> new Verdict(Action.ACCEPT, new PlatformAllow(service)))
                .or(() -> isSmtpBlocked(eni, direction, flow)
                        ? Optional.of(new Verdict(Action.DROP, new PlatformDeny(Service.SMTP)))
                        : Optional.empty());
    }

    private static Optional<Service> allowed(Direction direction, Flow flow) {
        if (flow.mark() == Mark.LOAD_BALANCER) {
            return Optional.of(Service.LOAD_BALANCER);
        }
        if (flow.mark() == Mark.PLATFORM_PROBE) {
            return Optional.of(Service.PROBE);
        }
        if (direction == Direction.INGRESS && isPathMtuError(flow)) {
            return Optional.of(Service.PATH_MTU);
        }
        if (direction == Direction.EGRESS && flow.destination().equals(METADATA)) {
            return Optional.of(Service.METADATA);
        }
        return Optional.empty();
    }

    private static boolean isPathMtuError(Flow flow) {
        return flow.transport() instanceof Icmp(int type, int code)
                && switch (flow.family()) {
                    case IPV4 ->
                        flow.protocol().equals(IpProtocol.ICMP)
                                && type == ICMP_UNREACHABLE
                                && code == ICMP_FRAGMENTATION_NEEDED;
                    case IPV6 -> flow.protocol().equals(IpProtocol.ICMPV6) && type == ICMPV6_PACKET_TOO_BIG;
                };
    }

    private static boolean isSmtpBlocked(Eni eni, Direction direction, Flow flow) {
        return eni.settings().smtp() == Smtp.BLOCKED
                && direction == Direction.EGRESS
                && flow.protocol().equals(IpProtocol.TCP)
                && flow.transport() instanceof Ports(int source, int destination)
                && destination == SMTP_PORT
                && NOT_PUBLIC.stream().noneMatch(block -> block.contains(flow.destination()));
    }
}
