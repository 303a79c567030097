package dev.cordon.conformance.tidy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules for the folders below `examples`.
final class Examples {

    private static final String FOLDER = "examples/";
    private static final List<String> WANTED = List.of("README.md", "ruleset.nft", "scenario.yaml", "verdicts.txt");
    private static final int README_LINE_COUNT_MAX = 15;

    private Examples() {}

    /// Complains about files that are missing, about others, and about long stories.
    static List<String> complaints(List<SourceFile> files) {
        Set<String> present = files.stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith(FOLDER))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = present.stream()
                .filter(path -> path.indexOf('/', FOLDER.length()) > 0)
                .map(path -> path.substring(0, path.indexOf('/', FOLDER.length()) + 1))
                .flatMap(folder -> WANTED.stream().map(name -> folder + name))
                .collect(Collectors.toCollection(TreeSet::new));
        Stream<String> missing = wanted.stream()
                .filter(path -> !present.contains(path))
                .map(path -> path + " is missing: an example has " + String.join(", ", WANTED));
        Stream<String> more = present.stream()
                .filter(path -> !wanted.contains(path))
                .map(path -> path + " is no part of an example: remove it, or move it");
        Stream<String> tooLong = files.stream()
                .filter(file -> wanted.contains(file.path()) && file.isMarkdown())
                .filter(file -> file.lines().size() > README_LINE_COUNT_MAX)
                .map(file ->
                        file.path() + " has " + file.lines().size() + " lines: tell it in " + README_LINE_COUNT_MAX);
        return Stream.of(missing, more, tooLong).flatMap(found -> found).toList();
    }
}
