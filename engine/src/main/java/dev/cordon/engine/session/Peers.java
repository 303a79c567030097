package dev.cordon.engine.session;

import dev.cordon.engine.decide.AddressSet;

/// Far sides of sessions.
public sealed interface Peers {

    record Nobody() implements Peers {}

    record Among(AddressSet addresses) implements Peers {}

    record Anybody() implements Peers {}

    /// Returns those of the set; nobody if it is empty.
    static Peers of(AddressSet addresses) {
        return addresses.isEmpty() ? new Nobody() : new Among(addresses);
    }

    /// Returns all who are among these or those.
    default Peers or(Peers others) {
        return switch (this) {
            case Nobody() -> others;
            case Anybody() -> this;
            case Among(AddressSet mine) ->
                switch (others) {
                    case Nobody() -> this;
                    case Anybody() -> others;
                    case Among(AddressSet theirs) -> new Among(mine.or(theirs));
                };
        };
    }
}
