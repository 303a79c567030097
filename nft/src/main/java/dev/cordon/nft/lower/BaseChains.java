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
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Test.Way;
import dev.cordon.nft.text.DenialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The chains that are the same on every host: what a link is asked for, and what is done with what
/// is denied.
final class BaseChains {

    static final String GUARD_BY_LINK = "guard_by_link";
    static final String FORWARD_IN_BY_LINK = "forward_in_by_link";
    static final String FORWARD_OUT_BY_LINK = "forward_out_by_link";
    static final String INPUT_BY_LINK = "input_by_link";
    static final String OUTPUT_BY_LINK = "output_by_link";
    static final String BEGINS_IN_BY_LINK = "begins_in_by_link";
    static final String BEGINS_OUT_BY_LINK = "begins_out_by_link";
    static final String CLOSED_LINKS = "closed_links";
    static final String GUEST_LINKS = "guest_links";
    static final String HOST_LINKS = "host_links";
    static final String MACHINE_LINKS = "machine_links";

    /// Whose denials have been told lately.
    static final String TOLD_LINKS = "told_links";

    /// What a client has to send, and what its network has to answer, before it has an address and
    /// finds its neighbours.
    private static final String CLIENT = "necessary/client";

    private static final String NETWORK = "necessary/network";

    /// What IPv6 needs to find its neighbours and routers, and to say which groups it listens to.
    static final List<Integer> CLIENT_MESSAGES = List.of(131, 132, 133, 135, 136, 143);

    private static final List<Integer> NETWORK_MESSAGES = List.of(130, 134, 135, 136, 137);

    /// What closed links are asked for, of those that a hook knows of.
    private static final String CLOSED = "closed/";

    private BaseChains() {}

    /// @param closedLinks the set of them
    static Stream<Chain> chains(Lookup closedLinks, List<KeptPort> kept) {
        Stream<Chain> bases = Stream.of(
                Chain.base("guard", Hook.PREROUTING, List.of(looks(Query.LINK_IN, GUARD_BY_LINK))),
                Chain.base("forward", Hook.FORWARD, forward()),
                Chain.base(
                        "input",
                        Hook.INPUT,
                        with(keptOpen(kept, Way.IN), local(Hook.INPUT, Way.IN, CLIENT, NETWORK, INPUT_BY_LINK))),
                Chain.base(
                        "output",
                        Hook.OUTPUT,
                        with(keptOpen(kept, Way.OUT), local(Hook.OUTPUT, Way.OUT, NETWORK, CLIENT, OUTPUT_BY_LINK))),
                Chain.base(Table.ARP.named("input"), Hook.ARP_INPUT, arp()),
                Chain.base(Table.BRIDGE.named("port_in"), Hook.PORT_IN, port(Way.IN)),
                Chain.base(Table.BRIDGE.named("port_out"), Hook.PORT_OUT, port(Way.OUT)),
                closed(Hook.FORWARD, closedLinks, List.of(Way.IN, Way.OUT)),
                closed(Hook.INPUT, closedLinks, List.of(Way.IN)),
                closed(Hook.OUTPUT, closedLinks, List.of(Way.OUT)),
                GuardChains.otherAddress(),
                GuardChains.notOfGuests(),
                Chain.of(CLIENT, necessary(CLIENT_MESSAGES, 68, 67, 546, 547)),
                Chain.of(NETWORK, necessary(NETWORK_MESSAGES, 67, 68, 547, 546)));
        Stream<Chain> denials = Stream.of(
                        Stream.of(Direction.values()).flatMap(BaseChains::denials),
                        Stream.of(Denial.forged(Direction.EGRESS), Denial.closed(Direction.EGRESS))
                                .map(denial -> denial(Table.ARP, denial)),
                        Stream.of(Direction.values()).map(direction -> denial(Table.BRIDGE, Denial.closed(direction))))
                .flatMap(chains -> chains);
        return Stream.concat(bases, denials);
    }

    private static List<Line> with(List<Line> first, List<Line> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    /// What stays open at the machine's own links, with what a link needs to carry it. Answers need
    /// no session, because policy may end it; but nothing is opened outwards from these ports.
    private static List<Line> keptOpen(List<KeptPort> kept, Way way) {
        List<Line> lines = new ArrayList<>();
        for (KeptPort port : kept) {
            List<Test> tests = new ArrayList<>(List.of(new Test.LinkIn(way, MACHINE_LINKS)));
            switch (way) {
                case IN -> tests.add(new Test.Ports(port.protocol(), Side.DESTINATION, List.of(port.ports())));
                case OUT -> {
                    tests.add(new Test.Ports(port.protocol(), Side.SOURCE, List.of(port.ports())));
                    tests.add(new Test.State(Test.Tracked.NOT_NEW));
                }
            }
            lines.add(new Line(tests, new Ending.Accepts("PLATFORM_ALLOW KEPT_OPEN")));
        }
        if (!kept.isEmpty()) {
            lines.add(ifLink(way, MACHINE_LINKS, new Ending.Asks(way == Way.IN ? NETWORK : CLIENT)));
        }
        return lines;
    }

    private static Stream<Chain> denials(Direction direction) {
        return Stream.of(
                        Denial.forged(direction),
                        Denial.invalid(direction),
                        Denial.closed(direction),
                        Denial.quota(direction))
                .map(DenialText::made);
    }

    /// Returns the sets that the kernel fills as it tells.
    static Stream<Lookup> toldLinks() {
        return Stream.of(Table.values())
                .map(table -> new Lookup(table.named(TOLD_LINKS), Lookup.Type.PACE_OF_LINK, Lookup.noElements()));
    }

    private static List<Line> arp() {
        return List.of(
                ifLink(Way.IN, Table.ARP.named(CLOSED_LINKS), new Ending.Denies(Denial.closed(Direction.EGRESS))),
                looks(Query.LINK_IN, Table.ARP.named(GUARD_BY_LINK)));
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

    /// Whatever comes here is accepted.
    private static Line begins(Way way) {
        return switch (way) {
            case IN -> looks(Query.LINK_IN, BEGINS_IN_BY_LINK);
            case OUT -> looks(Query.LINK_OUT, BEGINS_OUT_BY_LINK);
        };
    }

    /// What belongs to a session has been judged at both sides with its first packet.
    private static List<Line> forward() {
        return List.of(
                Line.always(new Ending.Asks(closed(Hook.FORWARD))),
                session(),
                looks(Query.LINK_IN, FORWARD_IN_BY_LINK),
                looks(Query.LINK_OUT, FORWARD_OUT_BY_LINK),
                begins(Way.OUT),
                begins(Way.IN));
    }

    /// Returns the chain that comes before sessions, because not even those pass a closed link.
    /// Every packet goes there, so it asks nothing while no link is closed.
    private static Chain closed(Hook hook, Lookup links, List<Way> ways) {
        Stream<Line> lines = links.elements().isEmpty()
                ? Stream.empty()
                : ways.stream().map(way -> ifLink(way, links.name(), new Ending.Denies(Denial.closed(ofGuest(way)))));
        return Chain.of(closed(hook), lines.toList());
    }

    private static String closed(Hook hook) {
        return CLOSED + hook.name().toLowerCase(Locale.ROOT);
    }

    private static List<Line> port(Way way) {
        return List.of(ifLink(way, Table.BRIDGE.named(CLOSED_LINKS), new Ending.Denies(Denial.closed(ofGuest(way)))));
    }

    private static Direction ofGuest(Way way) {
        return switch (way) {
            case IN -> Direction.EGRESS;
            case OUT -> Direction.INGRESS;
        };
    }

    private static List<Line> local(Hook hook, Way way, String ofGuest, String ofHost, String map) {
        return List.of(
                Line.always(new Ending.Asks(closed(hook))),
                session(),
                ifLink(way, GUEST_LINKS, new Ending.Asks(ofGuest)),
                ifLink(way, HOST_LINKS, new Ending.Asks(ofHost)),
                looks(way == Way.IN ? Query.LINK_IN : Query.LINK_OUT, map),
                begins(way));
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

    private static Chain denial(Table table, Denial denial) {
        return Chain.of(
                table.named(DenialText.chain(denial)),
                List.of(Line.always(new Ending.Tells(denial)), Line.always(new Ending.Drops())));
    }
}
