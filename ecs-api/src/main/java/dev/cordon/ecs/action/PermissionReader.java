package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.RuleSelection.PriorityFilter;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroupId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the rules of a request. All of the wire's habits about rules end here.
///
/// What a rule needs of other objects, and whether its families agree, is decided with the command.
///
/// @param now kept with the rules as the time when they were made
/// @param malformedPorts what is told of ports that cannot be read
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup AuthorizeSecurityGroup
record PermissionReader(Direction direction, Instant now, EcsError malformedPorts) {

    static final int COUNT_MAX = 100;

    /// Reads rules that are written.
    PermissionReader(Direction direction, Instant now) {
        this(direction, now, PermissionErrors.malformedPorts());
    }

    private static final int DESCRIPTION_LENGTH_MAX = 512;

    /// What a rule of either direction is written with; its description says nothing.
    private static final List<String> FIELDS = List.of(
            "IpProtocol",
            "PortRange",
            "PortRangeListId",
            "SourcePortRange",
            "Policy",
            "Priority",
            "SourceCidrIp",
            "Ipv6SourceCidrIp",
            "DestCidrIp",
            "Ipv6DestCidrIp");

    /// What the peer is written with besides, behind the name of its side.
    private static final List<String> OF_PEER = List.of("GroupId", "PrefixListId");

    /// Who owns the peer; says nothing by itself. The number counts before the name.
    private static final String OWNER_ID = "GroupOwnerId";

    private static final String OWNER_NAME = "GroupOwnerAccount";

    private static final Map<String, ProtocolMatch> PROTOCOLS = Map.of(
            "ALL", ProtocolMatch.all(),
            "TCP", ProtocolMatch.of(IpProtocol.TCP),
            "UDP", ProtocolMatch.of(IpProtocol.UDP),
            "ICMP", ProtocolMatch.of(IpProtocol.ICMP),
            "ICMPV6", ProtocolMatch.of(IpProtocol.ICMPV6),
            "GRE", ProtocolMatch.of(IpProtocol.GRE));

    private static final Map<String, Action> ACTIONS = Map.of("ACCEPT", Action.ACCEPT, "DROP", Action.DROP);

    /// Returns the parameters of one rule outside `Permissions`.
    Takes takesOne() {
        return Takes.of(names("")).ignoring("NicType");
    }

    /// Returns the parameters of rules within and outside `Permissions`.
    Takes takesAll() {
        return takesOne().and(names("Permissions.N.")).ignoring("Permissions.N.NicType");
    }

    private String[] names(String prefix) {
        return Stream.of(flat(), ofPeer(List.of(OWNER_ID + "#", OWNER_NAME)), Stream.of("Description"))
                .flatMap(names -> names)
                .map(prefix::concat)
                .toArray(String[]::new);
    }

    private Stream<String> flat() {
        return Stream.concat(FIELDS.stream(), ofPeer(OF_PEER));
    }

    private Stream<String> ofPeer(List<String> names) {
        return names.stream().map(RuleSides.of(direction).peer()::concat);
    }

    /// Tells whether a request describes rules at all.
    boolean describesRules(Parameters parameters) {
        return isFlat(parameters) || !parameters.nested("Permissions").isEmpty();
    }

    private boolean isFlat(Parameters parameters) {
        return flat().anyMatch(parameters::has);
    }

    /// Returns the rules in the order of their numbers: those of `Permissions`, or the one outside.
    List<Permission> read(Parameters parameters) {
        List<Parameters> nested = parameters.nested("Permissions");
        if (nested.isEmpty()) {
            return List.of(readOne(parameters));
        }
        if (nested.size() > COUNT_MAX || isFlat(parameters)) {
            parameters.wrong(PermissionErrors.shape(COUNT_MAX));
            return List.of();
        }
        return nested.stream().map(this::readOne).toList();
    }

    private Permission readOne(Parameters parameters) {
        RuleSides sides = RuleSides.of(direction);
        ProtocolMatch protocol = protocol(parameters);
        Optional<WrittenBlock> block = WrittenBlock.read(parameters, sides.peer());
        Optional<WrittenBlock> local = WrittenBlock.read(parameters, sides.local());
        Peer peer = block.<Peer>map(written -> new Peer.Block(written.block()))
                .orElseGet(() -> groupOrList(parameters, sides.peer()));
        RulePorts ports = RulePorts.read(parameters, protocol, malformedPorts);
        LocalSide localSide = local.<LocalSide>map(written -> new LocalSide.Block(written.block()))
                .orElseGet(LocalSide::everything);
        RuleMatch match = new RuleMatch(protocol, ports.destination(), ports.source(), peer, localSide);
        PriorityFilter priority = priority(parameters);
        Action action = action(parameters);
        RuleDetails details = new RuleDetails(
                block.map(WrittenBlock::text).orElse(""),
                local.map(WrittenBlock::text).orElse(""),
                description(parameters),
                now);
        return new Permission(match, action, priority, details, owner(parameters, peer));
    }

    private static ProtocolMatch protocol(Parameters parameters) {
        parameters.required("IpProtocol");
        return parameters
                .parsed("IpProtocol", PermissionReader::parseProtocol, PermissionErrors.protocol())
                .orElseGet(ProtocolMatch::all);
    }

    private static Optional<ProtocolMatch> parseProtocol(String text) {
        if (text.matches("[0-9]{1,3}")) {
            return Optional.of(Integer.parseInt(text))
                    .filter(number -> number <= IpProtocol.NUMBER_MAX)
                    .map(number -> ProtocolMatch.of(new IpProtocol(number)));
        }
        return Optional.ofNullable(PROTOCOLS.get(text.toUpperCase(Locale.ROOT)));
    }

    /// A group counts before a prefix list. Before both counts a block.
    private static Peer groupOrList(Parameters parameters, String side) {
        Optional<Peer> group = parameters
                .parsed(side + "GroupId", PermissionReader::id, PermissionErrors.peerGroupNotFound(side, "of that id"))
                .map(id -> new Peer.Group(new SecurityGroupId(id)));
        return group.or(() -> parameters
                        .parsed(
                                side + "PrefixListId",
                                PermissionReader::id,
                                PermissionErrors.prefixListNotFound("of that id"))
                        .map(id -> new Peer.Listed(new PrefixListId(id))))
                .orElseGet(() -> {
                    parameters.wrong(PermissionErrors.missingPeer(side));
                    return new Peer.Block(CidrBlock.ALL_IPV4);
                });
    }

    private Optional<String> owner(Parameters parameters, Peer peer) {
        List<String> given = ofPeer(List.of(OWNER_ID, OWNER_NAME))
                .flatMap(name -> parameters.text(name).stream())
                .toList();
        return switch (peer) {
            case Peer.Group group -> given.stream().findFirst();
            case Peer.Block block -> Optional.empty();
            case Peer.Listed listed -> Optional.empty();
        };
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(Id::isWellFormed);
    }

    private static Action action(Parameters parameters) {
        return parameters
                .parsed(
                        "Policy",
                        text -> Optional.ofNullable(ACTIONS.get(text.toUpperCase(Locale.ROOT))),
                        PermissionErrors.policy())
                .orElse(Action.ACCEPT);
    }

    private static PriorityFilter priority(Parameters parameters) {
        return parameters
                .parsed("Priority", PermissionReader::wholeNumber, PermissionErrors.malformedPriority())
                .flatMap(number -> inRange(number, parameters))
                .<PriorityFilter>map(PriorityFilter.Exactly::new)
                .orElseGet(PriorityFilter.Any::new);
    }

    private static Optional<Integer> wholeNumber(String text) {
        return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Priority> inRange(int number, Parameters parameters) {
        if (number < Priority.HIGHEST.number() || number > Priority.LOWEST.number()) {
            parameters.wrong(PermissionErrors.priorityOutOfRange());
            return Optional.empty();
        }
        return Optional.of(new Priority(number));
    }

    private static String description(Parameters parameters) {
        return parameters
                .parsed(
                        "Description",
                        text -> Optional.of(text).filter(given -> given.length() <= DESCRIPTION_LENGTH_MAX),
                        PermissionErrors.description(DESCRIPTION_LENGTH_MAX))
                .orElse("");
    }
}
