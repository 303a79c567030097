package dev.cordon.conformance.tidy;

import java.util.List;

/// A text file of the repository.
///
/// @param path from the repository's root, with `/` between folders
record SourceFile(String path, String text) {

    List<String> lines() {
        return text.lines().toList();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMainJava() {
        return isJava() && path.contains("/src/main/java/");
    }

    boolean isTestJava() {
        return isJava() && path.contains("/src/test/java/");
    }

    boolean isMarkdown() {
        return path.endsWith(".md");
    }

    /// Returns true for what a machine runs or reads, as opposed to prose.
    boolean isCode() {
        return isJava() || path.endsWith(".sh") || path.endsWith(".xml") || path.endsWith(".yaml") || !hasExtension();
    }

    private boolean hasExtension() {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }
}
