package dev.cordon.cli.node;

import dev.cordon.cli.CliException;
import dev.cordon.cli.InputFile;
import dev.cordon.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The file that lets a client of this machine in: `credentials.json`, readable by its owner alone.
///
/// Made on the first run; later runs keep the key and write the endpoint anew.
///
/// @param tlsEndpoint empty if nobody listens over TLS
public record CredentialsFile(
        String accessKeyId, String accessKeySecret, String region, String endpoint, String tlsEndpoint) {

    /// Credentials of whoever does not listen over TLS.
    public CredentialsFile(String accessKeyId, String accessKeySecret, String region, String endpoint) {
        this(accessKeyId, accessKeySecret, region, endpoint, "");
    }

    public static final String NAME = "credentials.json";

    private static final int KEY_ID_BYTES = 10;
    private static final int SECRET_BYTES = 24;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// Returns the key of an earlier run, or makes one. Nothing is written.
    static CredentialsFile keptOrMade(Path folder, String region, RandomGenerator random) {
        Path file = folder.resolve(NAME);
        return Files.exists(file)
                ? read(file)
                : new CredentialsFile("cordon" + hex(random, KEY_ID_BYTES), hex(random, SECRET_BYTES), region, "");
    }

    public static CredentialsFile read(Path file) {
        JsonNode root = InputFile.json(file, "credentials");
        return new CredentialsFile(
                text(root, "accessKeyId", file),
                text(root, "accessKeySecret", file),
                text(root, "region", file),
                text(root, "endpoint", file),
                root.path("tlsEndpoint").asString(""));
    }

    private static String text(JsonNode root, String field, Path file) {
        if (!root.path(field).isString()) {
            throw new CliException("no `" + field + "` in `" + file + "`; remove the file to have it made anew");
        }
        return root.path(field).asString();
    }

    public CredentialsFile atEndpoint(String newEndpoint) {
        return new CredentialsFile(accessKeyId, accessKeySecret, region, newEndpoint, tlsEndpoint);
    }

    CredentialsFile atTlsEndpoint(String newEndpoint) {
        return new CredentialsFile(accessKeyId, accessKeySecret, region, endpoint, newEndpoint);
    }

    /// Writes beside the file and moves, so that there is always a whole one.
    void write(Path folder) {
        Path file = folder.resolve(NAME);
        ObjectNode root = Json.object()
                .put("accessKeyId", accessKeyId)
                .put("accessKeySecret", accessKeySecret)
                .put("region", region)
                .put("endpoint", endpoint);
        if (!tlsEndpoint.isEmpty()) {
            root.put("tlsEndpoint", tlsEndpoint);
        }
        Path beside = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(beside, Json.printPretty(root));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new CliException("cannot write `" + file + "`: " + InputFile.reason(unwritable), unwritable);
        }
    }

    private static String hex(RandomGenerator random, int byteCount) {
        byte[] bytes = new byte[byteCount];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
