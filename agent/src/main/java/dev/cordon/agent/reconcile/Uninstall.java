package dev.cordon.agent.reconcile;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.nft.plan.Plan;
import dev.cordon.nft.ruleset.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes away all that an agent has put into the kernel, known by its name alone, and nothing else:
/// links that were held pass everything then.
///
/// Sessions stay, and so does `nf_conntrack_tcp_loose`, which somebody else may have set as well.
public final class Uninstall {

    private Uninstall() {}

    /// Deletes our tables of a network namespace in one transaction. An agent that still runs there
    /// puts them back.
    ///
    /// @return family and name of each that was there
    public static List<String> run(NetworkNamespace namespace) {
        return namespace.call(() -> {
            try (NftContext nft = NftContext.open()) {
                List<String> there =
                        nft.run("list tables").lines().map(String::strip).toList();
                List<String> ours = Stream.of(Plan.TABLE, Plan.SHELTER)
                        .flatMap(Table::all)
                        .filter(table -> there.contains("table " + table))
                        .toList();
                if (!ours.isEmpty()) {
                    nft.run(ours.stream()
                            .map(table -> "delete table " + table + "\n")
                            .collect(Collectors.joining()));
                }
                return ours;
            }
        });
    }
}
