package dev.cordon.cli.account;

import dev.cordon.cli.InputFile;
import dev.cordon.ecs.account.PolicyDocument;
import dev.cordon.wire.Json;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What a key may do.
final class Allowed {

    enum Role {
        FULL(PolicyDocument.ALL_TEXT),
        READ_ONLY(PolicyDocument.READ_ONLY_TEXT);

        private final String policy;

        Role(String policy) {
            this.policy = policy;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// One or the other.
    private static final class Choice {

        @Option(
                names = "--role",
                paramLabel = "full|read-only",
                description = "Everything, or what changes nothing. Default: full.")
        private Optional<Role> role = Optional.empty();

        @Option(names = "--policy", paramLabel = "FILE", description = "A policy in RAM's JSON form.")
        private Optional<Path> policy = Optional.empty();
    }

    @ArgGroup
    private Choice choice = new Choice();

    String policy() {
        return choice.policy
                .map(file -> Json.print(InputFile.json(file, "policy")))
                .orElseGet(() -> choice.role.orElse(Role.FULL).policy);
    }
}
