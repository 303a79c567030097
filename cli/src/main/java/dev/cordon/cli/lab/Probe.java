package dev.cordon.cli.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One kind of packet that is sent to see what becomes of it.
///
/// @param port the destination port, 0 for a protocol without ports
record Probe(Protocol protocol, int port) {

    private static final Pattern FORM = Pattern.compile("(tcp|udp)/([1-9][0-9]{0,4})|icmp");

    enum Protocol {
        TCP,
        UDP,
        ICMP
    }

    /// Reads `tcp/22`, `udp/53` or `icmp`.
    static Optional<Probe> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (text.equals("icmp")) {
            return Optional.of(new Probe(Protocol.ICMP, 0));
        }
        int port = Integer.parseInt(form.group(2));
        Protocol protocol = form.group(1).equals("tcp") ? Protocol.TCP : Protocol.UDP;
        return port > 65_535 ? Optional.empty() : Optional.of(new Probe(protocol, port));
    }

    @Override
    public String toString() {
        return protocol == Protocol.ICMP ? "ICMP" : protocol + " " + port;
    }
}
