package dev.cordon.conformance.tidy;

import java.util.ArrayList;
import java.util.List;

/// How large things may grow; reaching a limit fails.
final class Sizes {

    static final int FILE_LINE_COUNT_LIMIT = 600;
    static final int TEST_FILE_LINE_COUNT_LIMIT = 1_000;
    static final int METHOD_LINE_COUNT_LIMIT = 70;
    static final int PARAMETER_COUNT_LIMIT = 7;
    static final int RECORD_COMPONENT_COUNT_LIMIT = 12;
    static final int SPEC_LINE_COUNT_LIMIT = 500;

    private Sizes() {}

    static List<String> complaints(SourceFile file) {
        if (!file.isJava()) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        int lineCount = file.lines().size();
        int lineLimit = file.isTestJava() ? TEST_FILE_LINE_COUNT_LIMIT : FILE_LINE_COUNT_LIMIT;
        if (lineCount >= lineLimit) {
            complaints.add("%s has %d lines, limit %d: split it by noun or by station"
                    .formatted(file.path(), lineCount, lineLimit));
        }
        JavaShape shape = JavaShape.of(file);
        shape.methods().forEach(method -> complaints.addAll(complaints(file, method)));
        shape.records().stream()
                .filter(type -> type.componentCount() >= RECORD_COMPONENT_COUNT_LIMIT)
                .map(type -> "%s: record `%s` has %d components, limit %d: make it two records"
                        .formatted(file.path(), type.name(), type.componentCount(), RECORD_COMPONENT_COUNT_LIMIT))
                .forEach(complaints::add);
        return complaints;
    }

    private static List<String> complaints(SourceFile file, JavaShape.Method method) {
        List<String> complaints = new ArrayList<>();
        String where = "%s:%d: `%s`".formatted(file.path(), method.line(), method.name());
        if (method.lineCount() >= METHOD_LINE_COUNT_LIMIT) {
            complaints.add("%s has %d lines, limit %d: name its parts as methods of their own"
                    .formatted(where, method.lineCount(), METHOD_LINE_COUNT_LIMIT));
        }
        // the columns of a parameterized test's table are parameters too
        if (file.isMainJava() && method.parameterCount() >= PARAMETER_COUNT_LIMIT) {
            complaints.add("%s has %d parameters, limit %d: find the record that some of them are"
                    .formatted(where, method.parameterCount(), PARAMETER_COUNT_LIMIT));
        }
        return complaints;
    }

    /// Complains if the module that is meant to be read in one sitting has grown too long for that.
    static List<String> specComplaints(List<SourceFile> files) {
        int lineCount = files.stream()
                .filter(file -> file.isMainJava() && file.path().startsWith("spec/"))
                .mapToInt(file -> file.lines().size())
                .sum();
        return lineCount < SPEC_LINE_COUNT_LIMIT
                ? List.of()
                : List.of("`spec` has %d lines, limit %d: say it more simply, or move what is no semantics to `model`"
                        .formatted(lineCount, SPEC_LINE_COUNT_LIMIT));
    }
}
