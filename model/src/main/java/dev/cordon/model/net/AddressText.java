package dev.cordon.model.net;

import dev.cordon.model.net.IpAddress.V4;
import dev.cordon.model.net.IpAddress.V6;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text form of addresses: strict on input, canonical on output.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4291#section-2.2 Text representation of addresses
/// @spec https://www.rfc-editor.org/rfc/rfc5952#section-4 A recommendation for IPv6 text
///     representation
final class AddressText {

    private static final int TEXT_LENGTH_MAX = 45;
    private static final int GROUP_COUNT = 8;
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private AddressText() {}

    static Optional<IpAddress> parse(String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return Optional.empty();
        }
        return text.indexOf(':') >= 0
                ? parseV6(text).map(v6 -> v6)
                : parseV4(text).map(v4 -> v4);
    }

    private static Optional<V4> parseV4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | Integer.parseInt(octet);
        }
        return Optional.of(new V4(bits));
    }

    private static Optional<V6> parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(all -> all.size() == GROUP_COUNT).map(AddressText::join);
        }
        String front = text.substring(0, gap);
        Optional<List<Integer>> head = front.indexOf('.') < 0 ? groups(front) : Optional.empty();
        Optional<List<Integer>> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUP_COUNT) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < GROUP_COUNT) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(join(all));
    }

    /// Reads groups parted by colons; the last may be a dotted IPv4 address and counts as two.
    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
                continue;
            }
            Optional<V4> dotted = i == parts.length - 1 ? parseV4(parts[i]) : Optional.empty();
            if (dotted.isEmpty()) {
                return Optional.empty();
            }
            groups.add(dotted.get().bits() >>> 16);
            groups.add(dotted.get().bits() & 0xffff);
        }
        return Optional.of(groups);
    }

    private static V6 join(List<Integer> groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUP_COUNT / 2; i++) {
            high = high << 16 | groups.get(i);
            low = low << 16 | groups.get(i + GROUP_COUNT / 2);
        }
        return new V6(high, low);
    }

    static String ofV4(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /// Writes lower-case groups without leading zeros; the first longest run of two or more zero
    /// groups becomes `::`.
    static String ofV6(V6 address) {
        int[] groups = new int[GROUP_COUNT];
        for (int i = 0; i < GROUP_COUNT; i++) {
            long half = i < GROUP_COUNT / 2 ? address.high() : address.low();
            groups[i] = (int) (half >>> 48 - 16 * (i % 4)) & 0xffff;
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUP_COUNT; i++) {
            int length = zeroRun(groups, i);
            if (length > gapLength) {
                gapStart = i;
                gapLength = length;
            }
        }
        if (gapStart < 0) {
            return text(groups, 0, GROUP_COUNT);
        }
        return text(groups, 0, gapStart) + "::" + text(groups, gapStart + gapLength, GROUP_COUNT);
    }

    private static int zeroRun(int[] groups, int start) {
        int end = start;
        while (end < GROUP_COUNT && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String text(int[] groups, int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            text.append(i == start ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
