package dev.cordon.conformance.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What may not be written, line by line and name by name.
final class Words {

    static final int DOC_COMMENT_COLUMN_LIMIT = 100;

    private static final Pattern PROMISE = Pattern.compile("\\b(?:TO[D]O|FIX[M]E|XX[X])\\b");

    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.$}*])/(?:work|root|home/\\w+|Users/\\w+)/");

    private static final Pattern REGISTRY = Pattern.compile(
            "repo1?\\.maven\\.(?:org|apache\\.org)|registry\\.npmjs\\.org"
                    + "|(?:deb|security)\\.debian\\.org|archive\\.ubuntu\\.com|proxy\\.golang\\.org|pypi\\.org|pythonhosted\\.org");

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(?:Utils?|Helpers?|Impl\\d*|Manager)");

    private Words() {}

    static List<String> complaints(SourceFile file) {
        List<String> complaints = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String where = file.path() + ":" + (i + 1) + ": ";
            String line = lines.get(i);
            if (file.isJava() && line.strip().startsWith("///") && line.length() > DOC_COMMENT_COLUMN_LIMIT) {
                complaints.add(where + "a `///` line of " + line.length() + " columns: break it before column "
                        + DOC_COMMENT_COLUMN_LIMIT);
            }
            if (file.isCode() && PROMISE.matcher(line).find()) {
                complaints.add(where + "a promise in a comment: do it now, or file an issue and remove the comment");
            }
            if (MACHINE_PATH.matcher(line).find()) {
                complaints.add(where + "a path of one machine: use a relative path or a variable");
            }
            if (REGISTRY.matcher(line).find()) {
                complaints.add(where + "the host of a package registry: leave it to the settings of the machine");
            }
        }
        return complaints;
    }

    /// Complains about class names that say nothing, and about tests that would never be run.
    static List<String> nameComplaints(SourceFile file) {
        if (!file.isJava()) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        JavaShape shape = JavaShape.of(file);
        for (String type : shape.types()) {
            if (EMPTY_NAME.matcher(type).matches()) {
                complaints.add(file.path() + ": `" + type + "` says nothing: name the job that it does");
            }
        }
        for (String type : shape.testClasses()) {
            if (!type.endsWith("Test")) {
                complaints.add(file.path() + ": `" + type + "` would never be run: end its name in `Test`");
            }
        }
        return complaints;
    }

    /// Complains about a `default` that hides a new case of a closed set from the compiler.
    static List<String> switchComplaints(SourceFile file) {
        return JavaShape.of(file).openSwitchLines().stream()
                .map(line -> file.path() + ":" + line + ": a `default` over a closed set: name every case")
                .toList();
    }
}
