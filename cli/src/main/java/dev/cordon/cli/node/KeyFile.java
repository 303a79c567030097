package dev.cordon.cli.node;

import dev.cordon.cli.CliException;
import dev.cordon.cli.InputFile;
import dev.cordon.ecs.account.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The file whose key opens the secrets that the store keeps: `secrets.key`, readable by its owner
/// alone. Without it the store gives no secret away, and no stored access key works.
final class KeyFile {

    static final String NAME = "secrets.key";

    private KeyFile() {}

    /// Returns the vault of a folder, making its key if no secret needs one yet.
    ///
    /// @param need whether the store has secrets already, which a new key could not open
    static Vault vault(Path folder, Need need, RandomGenerator random) {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            if (need == Need.SECRETS_ARE_SEALED) {
                throw new CliException("no `" + file + "`, which opens the secrets of the store: put it back");
            }
            make(file, random);
        }
        return new Vault(read(file), random);
    }

    enum Need {
        NOTHING_IS_SEALED,
        SECRETS_ARE_SEALED
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == Vault.KEY_BYTES) {
                return key;
            }
        } catch (IOException unreadable) {
            throw new CliException("cannot read `" + file + "`: " + InputFile.reason(unreadable), unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new CliException("no key in `" + file + "`: put a copy of it back", malformed);
        }
        throw new CliException("no key in `" + file + "`: put a copy of it back");
    }

    private static void make(Path file, RandomGenerator random) {
        byte[] key = new byte[Vault.KEY_BYTES];
        random.nextBytes(key);
        Path beside = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, HexFormat.of().formatHex(key) + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new CliException("cannot write `" + file + "`: " + InputFile.reason(unwritable), unwritable);
        }
    }
}
