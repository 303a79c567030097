package dev.cordon.engine.table;

import static dev.cordon.engine.compile.PublicAddresses.NOT_PUBLIC;

import dev.cordon.engine.decide.FlowColumns;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Mark;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/// Traffic that no rule can stop, and traffic that no rule can admit.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Special rules
final class PlatformTable {

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int ICMPV6 = 58;
    private static final int SMTP_PORT = 25;
    private static final long METADATA = 0x6464_64c8L;

    private static final Verdict LOAD_BALANCER = allow(Service.LOAD_BALANCER);
    private static final Verdict PROBE = allow(Service.PROBE);
    private static final Verdict PATH_MTU = allow(Service.PATH_MTU);
    private static final Verdict TO_METADATA = allow(Service.METADATA);
    private static final Verdict SMTP = new Verdict(Action.DROP, new PlatformDeny(Service.SMTP));

    private static final ListTable SPECIAL4 = ListTable.of(NOT_PUBLIC, AddressFamily.IPV4);
    private static final ListTable SPECIAL6 = ListTable.of(NOT_PUBLIC, AddressFamily.IPV6);

    private PlatformTable() {}

    private static Verdict allow(Service service) {
        return new Verdict(Action.ACCEPT, new PlatformAllow(service));
    }

    /// Tells quickly of nearly all flows that the platform has no verdict on them.
    static boolean mayDecide(FlowColumns flows, int row) {
        int protocol = flows.protocol(row);
        return flows.mark(row) != 0
                | protocol == ICMP
                | protocol == ICMPV6
                | flows.destinationPort(row) == SMTP_PORT
                | flows.peerLow(row) == METADATA;
    }

    /// Returns the platform's verdict on a flow, if it has one.
    ///
    /// @param smtp of the ENI
    static @Nullable Verdict verdict(FlowColumns flows, int at, Smtp smtp) {
        int mark = flows.mark(at);
        if (mark != 0) {
            return mark == Mark.LOAD_BALANCER.ordinal() ? LOAD_BALANCER : PROBE;
        }
        if (!flows.isEgress(at)) {
            return isPathMtuError(flows, at) ? PATH_MTU : null;
        }
        if (flows.peerLow(at) == METADATA && !flows.isV6(at)) {
            return TO_METADATA;
        }
        return smtp == Smtp.BLOCKED && isSmtp(flows, at) && isPublic(flows, at) ? SMTP : null;
    }

    private static boolean isPathMtuError(FlowColumns flows, int at) {
        int protocol = flows.protocol(at);
        if (protocol != ICMP && protocol != ICMPV6) {
            return false;
        }
        return flows.isV6(at)
                ? protocol == ICMPV6 && flows.sourcePort(at) == 2
                : protocol == ICMP && flows.sourcePort(at) == 3 && flows.destinationPort(at) == 4;
    }

    private static boolean isSmtp(FlowColumns flows, int at) {
        return flows.protocol(at) == TCP && flows.destinationPort(at) == SMTP_PORT;
    }

    private static boolean isPublic(FlowColumns flows, int at) {
        return !(flows.isV6(at) ? SPECIAL6 : SPECIAL4).contains(flows, at);
    }
}
