package dev.cordon.nft.text;

import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.text.Listing.Collected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes the text of `nft list table` apart.
///
/// Understands only how the text is laid out. Whatever somebody else has put into our table is kept
/// as it is printed, and so differs from what should be there. Refuses nothing: a text that is cut
/// off, or none of nft's, is another table than ours.
public final class ListingReader {

    /// Where the key of an element ends.
    private static final Pattern VALUE = Pattern.compile(" (?:counter|comment|:) ");

    private static final Pattern PREFIX = Pattern.compile("0x([0-9a-f]{8})/([0-9]{1,2})");

    private static final Pattern KEEPS = Pattern.compile("ct timeout set \"([^\"]*)\"");

    private static final String TIMEOUT = "timeout ";

    private final Iterator<String> lines;
    private Table table = Table.INET;
    private final SortedMap<String, List<String>> chains = new TreeMap<>();
    private final SortedMap<String, Collected> collections = new TreeMap<>();
    private final SortedMap<String, List<String>> timeouts = new TreeMap<>();

    private ListingReader(Iterator<String> lines) {
        this.lines = lines;
    }

    /// @param text of tables one after the other, printed without counters and with numbers for
    ///     protocols and priorities
    public static Listing read(String text) {
        ListingReader reader = new ListingReader(text.lines().map(String::strip).iterator());
        while (reader.lines.hasNext()) {
            reader.readBlock(reader.lines.next());
        }
        reader.timeouts.keySet().retainAll(reader.named());
        return new Listing(reader.chains, reader.collections, reader.timeouts);
    }

    private void readBlock(String opening) {
        if (!opening.endsWith(" {")) {
            keep(opening);
            return;
        }
        String kind = opening.substring(0, opening.indexOf(' '));
        String name = opening.substring(kind.length(), opening.length() - 2).strip();
        switch (kind) {
            case "table" -> table = Table.of(name);
            case "chain" -> chains.put(table.named(name), body());
            case "ct" -> timeouts.put(name.substring(TIMEOUT.length()), body());
            default -> collections.put(table.named(name), collected(kind, body()));
        }
    }

    /// Returns the names of the timeouts that lines name.
    private Set<String> named() {
        return chains.values().stream()
                .flatMap(List::stream)
                .flatMap(line -> KEEPS.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// What is said of the table itself, such as `flags dormant`, by which nothing of it judges.
    private void keep(String line) {
        if (!line.isEmpty() && !line.equals("}")) {
            collections.put(line, new Collected("table", List.of(), new TreeMap<>()));
        }
    }

    /// Returns the lines up to the brace that closes the block; a list of elements is one line.
    private List<String> body() {
        List<String> body = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.equals("}")) {
                return body;
            }
            body.add(line.startsWith("elements = {") ? elements(line) : LineText.sorted(asRanges(line)));
        }
        return body;
    }

    private String elements(String first) {
        StringBuilder all = new StringBuilder(first);
        while (all.charAt(all.length() - 1) != '}' && lines.hasNext()) {
            all.append(' ').append(lines.next());
        }
        return all.toString();
    }

    /// Returns what stands between the braces; a text that is cut off has no second one.
    private static String inside(String elements) {
        int end = elements.lastIndexOf('}');
        return elements.substring(elements.indexOf('{') + 1, end < 0 ? elements.length() : end);
    }

    private static Collected collected(String kind, List<String> body) {
        List<String> header = new ArrayList<>();
        SortedMap<String, String> elements = new TreeMap<>();
        for (String line : body) {
            if (line.startsWith("elements = {")) {
                for (String element : inside(line).split(",")) {
                    add(asRanges(element.strip()), elements);
                }
            } else {
                header.add(line);
            }
        }
        boolean filledByKernel = header.stream().anyMatch(line -> line.startsWith("flags dynamic"));
        return new Collected(kind, header, filledByKernel ? new TreeMap<>() : elements);
    }

    /// Some ranges of numbers are printed as prefixes, which this library misreads when it is told
    /// one: the bytes come out in the wrong order. So we write ranges, and read both.
    private static String asRanges(String text) {
        return PREFIX.matcher(text).replaceAll(prefix -> {
            long first = Long.parseLong(prefix.group(1), 16);
            int lengthBits = Math.min(Integer.parseInt(prefix.group(2)), Integer.SIZE);
            return LookupText.numbers(new NumberRange(first, first | 0xffff_ffffL >> lengthBits));
        });
    }

    private static void add(String element, SortedMap<String, String> elements) {
        Matcher value = VALUE.matcher(element);
        int end = value.find() ? value.start() : element.length();
        elements.put(element.substring(0, end), element.substring(end));
    }
}
