package dev.cordon.cli;

import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A file that the user has named, read whole.
public final class InputFile {

    private InputFile() {}

    /// @param holds what should be in it, such as `credentials`
    /// @throws CliException that says which file, and why it cannot be read
    public static String text(Path file, String holds) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CliException("cannot read " + holds + " from `" + file + "`: " + reason(unreadable), unreadable);
        }
    }

    /// @param holds what should be in it, such as `credentials`
    /// @throws CliException that says which file, and why it cannot be used
    public static JsonNode json(Path file, String holds) {
        return switch (Json.parse(text(file, holds))) {
            case Parsed.Ok<JsonNode>(JsonNode root) -> root;
            case Parsed.Bad<JsonNode>(String problem) ->
                throw new CliException(holds + " in `" + file + "` cannot be used: " + problem);
        };
    }

    /// Returns in words what went wrong with a file. The messages of Java name the file alone in
    /// the commonest cases.
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it exists already";
            case CharacterCodingException _ -> "not text in UTF-8";
            default -> Optional.ofNullable(failure.getMessage()).orElse("input or output failed");
        };
    }
}
