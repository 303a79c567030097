package dev.cordon.cli.node;

import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import tools.jackson.databind.node.ObjectNode;

/// Packets and sessions in JSON, one way everywhere.
public final class FlowForm {

    private FlowForm() {}

    public static void addresses(IpAddress source, IpAddress destination, IpProtocol protocol, ObjectNode into) {
        into.put("protocol", protocol.toString()).put("from", source.toString()).put("to", destination.toString());
    }

    public static void transport(Transport transport, ObjectNode into) {
        switch (transport) {
            case Transport.Ports(int from, int to) -> into.put("fromPort", from).put("toPort", to);
            case Transport.Icmp(int type, int code) ->
                into.put("icmpType", type).put("icmpCode", code);
            case Transport.Opaque() -> {}
        }
    }
}
