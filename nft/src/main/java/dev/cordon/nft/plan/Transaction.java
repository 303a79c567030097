package dev.cordon.nft.plan;

import java.util.List;
import java.util.stream.Stream;

/// Commands of `nft` that take effect together or not at all.
public record Transaction(List<String> commands) {

    public Transaction {
        commands = List.copyOf(commands);
    }

    boolean isEmpty() {
        return commands.isEmpty();
    }

    /// Returns these commands with those of another one behind them.
    Transaction and(Transaction other) {
        return new Transaction(
                Stream.concat(commands.stream(), other.commands.stream()).toList());
    }

    /// Returns the text that `nft -f` reads.
    public String text() {
        return String.join("\n", commands) + "\n";
    }
}
