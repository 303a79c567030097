package dev.cordon.conformance.tidy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules for Markdown documents.
final class Documents {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[[^\\]]+\\]:\\s+(\\S+)");
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");

    private Documents() {}

    static List<String> headingComplaints(SourceFile document) {
        long count = prose(document).filter(line -> line.startsWith("# ")).count();
        return count == 1
                ? List.of()
                : List.of("%s has %d headings of the first level: give it exactly one, its title"
                        .formatted(document.path(), count));
    }

    /// Complains about relative links that lead nowhere.
    ///
    /// @param root the folder that the document's path starts from
    static List<String> linkComplaints(SourceFile document, Path root) {
        Path folder = root.resolve(document.path()).getParent();
        return prose(document)
                .flatMap(Documents::targets)
                .filter(target -> !SCHEME.matcher(target).matches() && !target.startsWith("#"))
                .filter(target -> !Files.exists(folder.resolve(target.replaceFirst("#.*", ""))))
                .map(target -> "%s links to `%s`, which is not there: mend or remove the link"
                        .formatted(document.path(), target))
                .toList();
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
        List<String> prose = new ArrayList<>();
        boolean isFenced = false;
        for (String line : document.lines()) {
            boolean isFence = line.strip().startsWith("```") || line.strip().startsWith("~~~");
            isFenced ^= isFence;
            if (!isFenced && !isFence) {
                prose.add(CODE_SPAN.matcher(line).replaceAll("`…`"));
            }
        }
        return prose.stream();
    }
}
