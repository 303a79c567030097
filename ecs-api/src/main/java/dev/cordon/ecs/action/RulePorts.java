package dev.cordon.ecs.action;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.ProtocolMatch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ports of a rule. Whatever is wrong, a protocol without ports gets none.
///
/// @param source [PortRange#ANY] if none are given
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup PortRange
record RulePorts(PortMatch destination, PortRange source) {

    private static final String ALL = "-1/-1";
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

    /// @param malformed what is told of ports that cannot be read
    static RulePorts read(Parameters parameters, ProtocolMatch protocol, EcsError malformed) {
        PortMatch destination =
                parameters.has("PortRange") ? range(parameters, protocol, malformed) : list(parameters, protocol);
        return new RulePorts(destination, source(parameters, protocol));
    }

    private static PortMatch range(Parameters parameters, ProtocolMatch protocol, EcsError malformed) {
        boolean all = parameters.text("PortRange").equals(Optional.of(ALL));
        if (all) {
            if (protocol.hasPorts()) {
                parameters.wrong(PermissionErrors.portsNeeded());
            }
            return PortMatch.any();
        }
        Optional<PortRange> range = parameters.parsed("PortRange", RulePorts::parse, malformed);
        if (protocol.hasPorts()) {
            return range.map(PortMatch::of).orElseGet(PortMatch::any);
        }
        parameters.wrong(PermissionErrors.portsNotAllowed());
        return PortMatch.any();
    }

    private static PortMatch list(Parameters parameters, ProtocolMatch protocol) {
        if (!parameters.has("PortRangeListId")) {
            parameters.wrong(PermissionErrors.missingPorts());
            return PortMatch.any();
        }
        if (!protocol.hasPorts()) {
            parameters.wrong(PermissionErrors.portListNotAllowed());
            return PortMatch.any();
        }
        return parameters
                .parsed(
                        "PortRangeListId",
                        text -> Optional.of(text).filter(Id::isWellFormed),
                        PermissionErrors.portListNotFound("of that id"))
                .<PortMatch>map(id -> new PortMatch.Listed(new PortListId(id)))
                .orElseGet(PortMatch::any);
    }

    private static PortRange source(Parameters parameters, ProtocolMatch protocol) {
        PortRange range = parameters
                .parsed("SourcePortRange", RulePorts::parseOrAll, PermissionErrors.sourcePorts())
                .orElse(PortRange.ANY);
        if (!range.equals(PortRange.ANY) && !protocol.hasPorts()) {
            parameters.wrong(PermissionErrors.sourcePorts());
            return PortRange.ANY;
        }
        return range;
    }

    private static Optional<PortRange> parseOrAll(String text) {
        return text.equals(ALL) ? Optional.of(PortRange.ANY) : parse(text);
    }

    static Optional<PortRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(form.group(1));
        int last = Integer.parseInt(form.group(2));
        return first <= last && last <= PortRange.PORT_MAX ? Optional.of(new PortRange(first, last)) : Optional.empty();
    }
}
