package dev.cordon.nft.lower;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Test.Way;
import dev.cordon.nft.text.DenialText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The chains that are the same on every host: what a link is asked for, and what is done with what
/// is denied.
final class BaseChains {

    static final String GUARD_BY_LINK = "guard_by_link";
    static final String FORWARD_IN_BY_LINK = "forward_in_by_link";
    static final String FORWARD_OUT_BY_LINK = "forward_out_by_link";
    static final String INPUT_BY_LINK = "input_by_link";
    static final String OUTPUT_BY_LINK = "output_by_link";
    static final String CLOSED_LINKS = "closed_links";
    static final String GUEST_LINKS = "guest_links";
    static final String HOST_LINKS = "host_links";

    /// Whose denials have been told lately.
    static final String TOLD_LINKS = "told_links";

    /// What a client has to send, and what its network has to answer, before it has an address and
    /// finds its neighbours.
    private static final String CLIENT = "necessary/client";

    private static final String NETWORK = "necessary/network";

    /// What IPv6 needs to find its neighbours and routers, and to say which groups it listens to.
    static final List<Integer> CLIENT_MESSAGES = List.of(131, 132, 133, 135, 136, 143);

    private static final List<Integer> NETWORK_MESSAGES = List.of(130, 134, 135, 136, 137);

    private BaseChains() {}

    static Stream<Chain> chains() {
        Stream<Chain> bases = Stream.of(
                Chain.base("guard", Hook.PREROUTING, List.of(looks(Query.LINK_IN, GUARD_BY_LINK))),
                Chain.base("forward", Hook.FORWARD, forward()),
                Chain.base("input", Hook.INPUT, local(Way.IN, CLIENT, NETWORK, INPUT_BY_LINK)),
                Chain.base("output", Hook.OUTPUT, local(Way.OUT, NETWORK, CLIENT, OUTPUT_BY_LINK)),
                GuardChains.otherAddress(),
                Chain.of(CLIENT, necessary(CLIENT_MESSAGES, 68, 67, 546, 547)),
                Chain.of(NETWORK, necessary(NETWORK_MESSAGES, 67, 68, 547, 546)));
        return Stream.concat(bases, Stream.of(Direction.values()).flatMap(BaseChains::denials));
    }

    private static Stream<Chain> denials(Direction direction) {
        return Stream.of(Denial.forged(direction), Denial.invalid(direction), Denial.closed(direction))
                .map(DenialText::made);
    }

    /// Returns the set that the kernel fills.
    static Lookup toldLinks() {
        return new Lookup(TOLD_LINKS, Lookup.Type.PACE_OF_LINK, Lookup.noElements());
    }

    private static Line looks(Query query, String map) {
        return Line.always(new Ending.Looks(query, map));
    }

    private static Line ifLink(Way way, String set, Ending ending) {
        return new Line(List.of(new Test.LinkIn(way, set)), ending);
    }

    private static Line session() {
        return new Line(List.of(new Test.State(Test.Tracked.ESTABLISHED_OR_RELATED)), new Ending.Accepts("SESSION"));
    }

    /// What belongs to a session has been judged at both sides with its first packet.
    private static List<Line> forward() {
        return List.of(
                ifLink(Way.IN, CLOSED_LINKS, new Ending.Denies(Denial.closed(Direction.EGRESS))),
                ifLink(Way.OUT, CLOSED_LINKS, new Ending.Denies(Denial.closed(Direction.INGRESS))),
                session(),
                looks(Query.LINK_IN, FORWARD_IN_BY_LINK),
                looks(Query.LINK_OUT, FORWARD_OUT_BY_LINK));
    }

    private static Direction ofGuest(Way way) {
        return switch (way) {
            case IN -> Direction.EGRESS;
            case OUT -> Direction.INGRESS;
        };
    }

    private static List<Line> local(Way way, String ofGuest, String ofHost, String map) {
        return List.of(
                ifLink(way, CLOSED_LINKS, new Ending.Denies(Denial.closed(ofGuest(way)))),
                session(),
                ifLink(way, GUEST_LINKS, new Ending.Asks(ofGuest)),
                ifLink(way, HOST_LINKS, new Ending.Asks(ofHost)),
                looks(way == Way.IN ? Query.LINK_IN : Query.LINK_OUT, map));
    }

    private static List<Line> necessary(List<Integer> messages, int from, int to, int from6, int to6) {
        List<Line> lines = new ArrayList<>();
        messages.forEach(type -> lines.add(new Line(List.of(message(type)), new Ending.Accepts("NEIGHBOURS"))));
        lines.add(new Line(dhcp(from, to), new Ending.Accepts("DHCP")));
        lines.add(new Line(dhcp(from6, to6), new Ending.Accepts("DHCP")));
        return lines;
    }

    static Test message(int type) {
        return new Test.IcmpMessage(AddressFamily.IPV6, type, 0, 255);
    }

    static List<Test> dhcp(int from, int to) {
        return List.of(
                new Test.Ports(IpProtocol.UDP, Side.SOURCE, List.of(PortRange.of(from))),
                new Test.Ports(IpProtocol.UDP, Side.DESTINATION, List.of(PortRange.of(to))));
    }
}
