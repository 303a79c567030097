package dev.cordon.cli.watch;

import tools.jackson.databind.JsonNode;

/// One line for what `/v1` tells of packets and sessions.
final class FlowText {

    private static final String UNKNOWN = "-";

    private FlowText() {}

    /// Returns `TCP 192.0.2.1:40001 -> 192.0.2.2:22`.
    static String of(JsonNode flow) {
        if (flow.path("from").isMissingNode()) {
            return UNKNOWN;
        }
        String icmp = flow.path("icmpType").isMissingNode()
                ? ""
                : " type " + flow.path("icmpType").asInt() + " code "
                        + flow.path("icmpCode").asInt();
        return flow.path("protocol").asString() + " " + end(flow, "from") + " -> " + end(flow, "to") + icmp;
    }

    private static String end(JsonNode flow, String side) {
        String address = flow.path(side).asString();
        JsonNode port = flow.path(side + "Port");
        if (port.isMissingNode()) {
            return address;
        }
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port.asInt();
    }

    /// Returns the text of a field, or a dash if it is absent.
    static String or(JsonNode node, String field) {
        return node.path(field).asString(UNKNOWN);
    }
}
