package dev.cordon.nft.lower;

import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ports of the machine itself that stay open at its own links, whatever policy says there and even
/// if there is none: so that an operator is not locked out.
public record KeptPort(IpProtocol protocol, PortRange ports) {

    private static final Pattern FORM = Pattern.compile("(tcp|udp)/([0-9]{1,5})(?:-([0-9]{1,5}))?");

    public KeptPort {
        if (!protocol.hasPorts()) {
            throw new IllegalArgumentException("no ports in `" + protocol + "`");
        }
    }

    /// Reads `tcp/22` or `udp/60000-61000`; nothing if the text is anything else.
    public static Optional<KeptPort> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(form.group(2));
        int last = Optional.ofNullable(form.group(3)).map(Integer::parseInt).orElse(first);
        if (first < 1 || first > last || last > PortRange.PORT_MAX) {
            return Optional.empty();
        }
        IpProtocol protocol = form.group(1).equals("tcp") ? IpProtocol.TCP : IpProtocol.UDP;
        return Optional.of(new KeptPort(protocol, new PortRange(first, last)));
    }
}
