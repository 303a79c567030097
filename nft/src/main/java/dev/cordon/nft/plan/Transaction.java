package dev.cordon.nft.plan;

import java.util.List;

/// Commands of `nft` that take effect together or not at all.
public record Transaction(List<String> commands) {

    public static final Transaction NOTHING = new Transaction(List.of());

    public Transaction {
        commands = List.copyOf(commands);
    }

    public boolean isEmpty() {
        return commands.isEmpty();
    }

    /// Returns the text that `nft -f` reads.
    public String text() {
        return String.join("\n", commands) + "\n";
    }
}
