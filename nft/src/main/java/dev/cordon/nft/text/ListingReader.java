package dev.cordon.nft.text;

import dev.cordon.nft.text.Listing.Collected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes the text of `nft list table` apart.
///
/// Understands only how the text is laid out. Whatever somebody else has put into our table is kept
/// as it is printed, and so differs from what should be there. Refuses nothing: a text that is cut
/// off, or none of nft's, is another table than ours.
public final class ListingReader {

    private final Iterator<String> lines;
    private final SortedMap<String, List<String>> chains = new TreeMap<>();
    private final SortedMap<String, Collected> collections = new TreeMap<>();

    private ListingReader(Iterator<String> lines) {
        this.lines = lines;
    }

    /// @param text of one table, printed without counters and with numbers for protocols and
    ///     priorities
    public static Listing read(String text) {
        ListingReader reader = new ListingReader(text.lines().map(String::strip).iterator());
        while (reader.lines.hasNext()) {
            reader.readBlock(reader.lines.next());
        }
        return new Listing(reader.chains, reader.collections);
    }

    private void readBlock(String opening) {
        if (!opening.endsWith(" {")) {
            return;
        }
        String kind = opening.substring(0, opening.indexOf(' '));
        String name = opening.substring(kind.length(), opening.length() - 2).strip();
        if (kind.equals("chain")) {
            chains.put(name, body());
        } else if (!kind.equals("table")) {
            collections.put(name, collected(kind, body()));
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
            body.add(line.startsWith("elements = {") ? elements(line) : line);
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
        StringBuilder header = new StringBuilder(kind);
        SortedSet<String> elements = new TreeSet<>();
        for (String line : body) {
            if (line.startsWith("elements = {")) {
                for (String element : inside(line).split(",")) {
                    elements.add(element.strip());
                }
            } else {
                header.append(' ').append(line);
            }
        }
        return new Collected(header.toString(), elements);
    }
}
