package dev.cordon.cli;

import dev.cordon.model.net.PortRange;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `ADDR:PORT`, the address of IPv6 in brackets.
final class AddressConverter implements ITypeConverter<InetSocketAddress> {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^\\[\\]:\\s]+)):([0-9]{1,5})");

    @Override
    public InetSocketAddress convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(3)) > PortRange.PORT_MAX) {
            throw new TypeConversionException("not ADDR:PORT `" + text + "`");
        }
        String host = Optional.ofNullable(form.group(1)).orElse(form.group(2));
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(form.group(3)));
    }
}
