package dev.cordon.nft.text;

import dev.cordon.model.verdict.Stage;
import java.util.Arrays;
import java.util.Optional;

/// Why a kernel rule drops: the stages of policy that can, and what only the kernel sees.
public enum DropStage {
    PLATFORM_DENY,
    NO_GROUP,
    CUSTOM,
    DEFAULT_DROP,

    /// Sent from an address that is not the ENI's.
    FORGED,

    /// In no state that a connection can be in.
    INVALID,

    /// The link is bound to an ENI without policy.
    CLOSED,

    /// The ENI has as many sessions as it may have.
    QUOTA;

    /// Returns the name of a stage that drops.
    ///
    /// @throws IllegalArgumentException if the stage only ever accepts
    public static DropStage of(Stage stage) {
        return switch (stage) {
            case PLATFORM_DENY -> PLATFORM_DENY;
            case NO_GROUP -> NO_GROUP;
            case CUSTOM -> CUSTOM;
            case DEFAULT_DROP -> DEFAULT_DROP;
            case SESSION, RELATED, PLATFORM_ALLOW, INTRA_ACCEPT, DEFAULT_ACCEPT ->
                throw new IllegalArgumentException("`" + stage + "` drops nothing");
        };
    }

    static Optional<DropStage> parse(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(name))
                .findFirst();
    }
}
