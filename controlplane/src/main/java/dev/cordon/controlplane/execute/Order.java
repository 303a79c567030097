package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.command.Command;
import dev.cordon.model.policy.AccountId;
import dev.cordon.store.Key;
import java.util.Optional;

/// A command that is to be carried out for somebody.
record Order(Command command, Origin origin, Optional<Once> once) {

    AccountId account() {
        return origin.caller().account();
    }

    /// Returns where the client token of the call is remembered, if it has one.
    Optional<Key> token() {
        return once.map(named -> Tokens.key(account(), named.token()));
    }
}
