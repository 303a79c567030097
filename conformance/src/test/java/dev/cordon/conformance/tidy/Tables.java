package dev.cordon.conformance.tidy;

import java.util.List;
import java.util.stream.Stream;

/// The tables of a Markdown document.
final class Tables {

    private Tables() {}

    /// Returns the cells of every row below a header, without the marks of code and the names of
    /// places.
    static List<List<String>> rows(SourceFile document) {
        List<String> lines = document.lines();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).startsWith("|") && !isHeader(lines, i))
                .map(lines::get)
                .map(Tables::cells)
                .toList();
    }

    private static boolean isHeader(List<String> lines, int at) {
        return isRule(lines.get(at)) || at + 1 < lines.size() && isRule(lines.get(at + 1));
    }

    private static boolean isRule(String line) {
        return line.startsWith("|") && line.matches("[| :-]+");
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1).split("\\|"))
                .map(cell -> cell.replaceAll("<a id=\"[^\"]*\"></a>", "")
                        .replace("`", "")
                        .strip())
                .toList();
    }
}
