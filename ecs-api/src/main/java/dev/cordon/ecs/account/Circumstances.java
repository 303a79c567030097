package dev.cordon.ecs.account;

import dev.cordon.model.net.IpAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What conditions of policies ask about a call.
///
/// @param source where it came from, empty if that is no address
public record Circumstances(Optional<IpAddress> source, Transport transport, Instant now) {

    /// Whether others could read the call.
    public enum Transport {
        PLAIN,
        TLS
    }

    /// What a condition can ask for, by its name in a policy.
    enum Key {
        SOURCE_IP("acs:SourceIp"),
        SECURE_TRANSPORT("acs:SecureTransport"),
        CURRENT_TIME("acs:CurrentTime");

        private final String word;

        Key(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Returns what a call has for a key, as text; nothing if that is not known.
    Optional<String> fact(Key key) {
        return switch (key) {
            case SOURCE_IP -> source.map(IpAddress::toString);
            case SECURE_TRANSPORT ->
                Optional.of(String.valueOf(transport == Transport.TLS).toLowerCase(Locale.ROOT));
            case CURRENT_TIME -> Optional.of(now.toString());
        };
    }
}
