package dev.cordon.engine.compile;

import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Condition;
import dev.cordon.engine.decide.Condition.DestinationPorts;
import dev.cordon.engine.decide.Condition.IcmpMessage;
import dev.cordon.engine.decide.Condition.Marked;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.engine.decide.Condition.PeerNotIn;
import dev.cordon.engine.decide.Condition.Protocol;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The clauses that stand before all that a user can say.
final class PlatformClauses {

    private static final List<Clause> EVERYWHERE = List.of(
            allow(Service.LOAD_BALANCER, new Marked(Mark.LOAD_BALANCER)),
            allow(Service.PROBE, new Marked(Mark.PLATFORM_PROBE)));

    private static final List<Clause> PATH_MTU = List.of(
            allow(Service.PATH_MTU, new Protocol(IpProtocol.ICMP), new IcmpMessage(3, 4, 4)),
            allow(Service.PATH_MTU, new Protocol(IpProtocol.ICMPV6), new IcmpMessage(2, 0, 255)));

    private static final Clause METADATA = allow(
            Service.METADATA,
            new PeerIn(AddressSet.of(IpAddress.of("100.100.100.200").asBlock())));

    private static final Clause SMTP = new Clause(
            List.of(
                    new Protocol(IpProtocol.TCP),
                    new DestinationPorts(List.of(PortRange.of(25))),
                    new PeerNotIn(PublicAddresses.NOT_PUBLIC)),
            new Verdict(Action.DROP, new PlatformDeny(Service.SMTP)));

    private PlatformClauses() {}

    static List<Clause> of(Eni eni, Direction direction) {
        List<Clause> clauses = new ArrayList<>(EVERYWHERE);
        switch (direction) {
            case INGRESS -> clauses.addAll(PATH_MTU);
            case EGRESS -> {
                clauses.add(METADATA);
                if (eni.settings().smtp() == Smtp.BLOCKED) {
                    clauses.add(SMTP);
                }
            }
        }
        return clauses;
    }

    private static Clause allow(Service service, Condition... conditions) {
        return new Clause(List.of(conditions), new Verdict(Action.ACCEPT, new PlatformAllow(service)));
    }
}
