package dev.cordon.conformance.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules for Markdown documents.
final class Documents {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[[^\\]]+\\]:\\s+(\\S+)");
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)");
    private static final Pattern NAMED_PLACE = Pattern.compile("<a id=\"([^\"]+)\">");

    private Documents() {}

    static List<String> headingComplaints(SourceFile document) {
        long count = prose(document).filter(line -> line.startsWith("# ")).count();
        return count == 1
                ? List.of()
                : List.of("%s has %d headings of the first level: give it exactly one, its title"
                        .formatted(document.path(), count));
    }

    /// Complains about relative links that lead nowhere: to no file, or to no place in a document.
    ///
    /// @param root the folder that the document's path starts from
    static List<String> linkComplaints(SourceFile document, Path root) {
        Path file = root.resolve(document.path());
        return prose(document)
                .flatMap(Documents::targets)
                .filter(target -> !SCHEME.matcher(target).matches())
                .filter(target -> !leadsSomewhere(target, file, document))
                .map(target -> "%s links to `%s`, which is not there: mend or remove the link"
                        .formatted(document.path(), target))
                .toList();
    }

    private static boolean leadsSomewhere(String target, Path file, SourceFile document) {
        int sharp = target.indexOf('#');
        String path = sharp < 0 ? target : target.substring(0, sharp);
        String place = sharp < 0 ? "" : target.substring(sharp + 1);
        Path other = file.resolveSibling(path);
        if (!path.isEmpty() && !Files.exists(other)) {
            return false;
        }
        SourceFile there = path.isEmpty() ? document : read(other);
        return place.isEmpty() || !there.isMarkdown() || places(there).contains(place);
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Returns what a link can name within a document: headings as GitHub writes them, and places
    /// that are named on purpose.
    private static Set<String> places(SourceFile document) {
        Set<String> places = new HashSet<>();
        unfenced(document).forEach(line -> {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                places.add(place(heading.group(1), places));
            }
            Matcher named = NAMED_PLACE.matcher(line);
            while (named.find()) {
                places.add(named.group(1));
            }
        });
        return places;
    }

    /// A heading that occurs again gets a number.
    private static String place(String heading, Set<String> taken) {
        String place = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int number = 1;
        String free = place;
        while (taken.contains(free)) {
            free = place + "-" + number++;
        }
        return free;
    }

    private static Stream<String> targets(String line) {
        List<String> targets = new ArrayList<>();
        for (Pattern form : List.of(LINK, REFERENCE)) {
            Matcher matcher = form.matcher(line);
            while (matcher.find()) {
                targets.add(matcher.group(1));
            }
        }
        return targets.stream();
    }

    /// Returns the lines outside of fenced code, without their code spans.
    private static Stream<String> prose(SourceFile document) {
        return unfenced(document).map(line -> CODE_SPAN.matcher(line).replaceAll("`…`"));
    }

    private static Stream<String> unfenced(SourceFile document) {
        List<String> unfenced = new ArrayList<>();
        boolean isFenced = false;
        for (String line : document.lines()) {
            boolean isFence = line.strip().startsWith("```") || line.strip().startsWith("~~~");
            isFenced ^= isFence;
            if (!isFenced && !isFence) {
                unfenced.add(line);
            }
        }
        return unfenced.stream();
    }
}
