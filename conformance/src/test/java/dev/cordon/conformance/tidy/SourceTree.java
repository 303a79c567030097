package dev.cordon.conformance.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files of the repository as they lie on disk; needs no Git, so that a source archive
/// can be checked too.
final class SourceTree {

    private static final Set<String> SKIPPED_FOLDERS = Set.of(".git", "target", ".idea", ".vscode", ".settings");

    private static final Set<String> TEXT_ENDINGS =
            Set.of("java", "md", "xml", "yaml", "yml", "json", "sh", "txt", "nft", "html", "css", "js", "properties");

    private static final List<String> TEXT_NAMES =
            List.of("cordon", "verify", "run", "jvm.config", ".gitignore", ".editorconfig");

    private SourceTree() {}

    /// Returns the folder that holds the launcher and the parent project.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("cordon")) || !Files.isDirectory(folder.resolve("conformance"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests inside the repository");
            }
        }
        return folder;
    }

    /// Returns every text file below a folder, by path.
    static List<SourceFile> read(Path root) {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = SKIPPED_FOLDERS.contains(name(folder));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && isText(name(file))) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        files.add(new SourceFile(path, Files.readString(file, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(files);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static boolean isText(String name) {
        return TEXT_NAMES.contains(name) || TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
