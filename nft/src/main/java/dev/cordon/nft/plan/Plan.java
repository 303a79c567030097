package dev.cordon.nft.plan;

import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.text.Listing;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What takes a kernel from what is there to what should be.
///
/// What we have put there ourselves is edited; base chains stay. Anything else is made anew as a
/// whole, in the shelter of second tables that hold the same: they come first and go last. While
/// both are there, a packet passes only if both let it pass.
///
/// Implementation note: a base chain that is deleted and made anew in one transaction leaves an
/// instant in which the old one is empty already and the new one is empty still, and a packet
/// between them is judged by neither. One that begins to judge in the transaction that fills its
/// maps judges by empty maps for a while.
///
/// @spec https://wiki.nftables.org/wiki-nftables/index.php/Atomic_rule_replacement Atomic
///     replacement
public final class Plan {

    /// Name of each of our tables.
    public static final String TABLE = "cordon";

    /// Name of those that hold the same as ours while these are made anew.
    public static final String SHELTER = "cordon-shelter";

    private static final Ruleset NOTHING = Ruleset.of(List.of(), List.of());

    private Plan() {}

    /// Returns what is to be done, one transaction after the other; nothing if what is there is
    /// what should be.
    public static List<Transaction> between(Observed observed, Ruleset desired) {
        return steps(observed, desired)
                .filter(transaction -> !transaction.isEmpty())
                .toList();
    }

    /// Returns the commands that make our tables where there are none.
    public static List<String> fromNothing(Ruleset desired) {
        return make(TABLE, desired)
                .flatMap(transaction -> transaction.commands().stream())
                .toList();
    }

    private static Stream<Transaction> steps(Observed observed, Ruleset desired) {
        return switch (observed) {
            case Observed.Absent() -> make(TABLE, desired);
            case Observed.Untouched(var enforced)
            when bases(enforced).equals(bases(desired)) -> Stream.of(Edit.between(TABLE, enforced, desired));
            case Observed.Untouched(var enforced) -> sheltered(Listing.of(enforced), desired);
            case Observed.Present(var listing) when listing.equals(Listing.of(desired)) -> Stream.of();
            case Observed.Present(var listing) -> sheltered(listing, desired);
            case Observed.Sheltered sheltered -> finish(sheltered, desired);
        };
    }

    private static Stream<Transaction> sheltered(Listing listing, Ruleset desired) {
        return Stream.of(make(SHELTER, desired), makeAnew(listing, desired), leave(bases(desired), desired.tables()))
                .flatMap(steps -> steps);
    }

    /// A shelter that judges keeps what is there safe, whichever of our rulesets it holds; one that
    /// does not is of no use.
    private static Stream<Transaction> finish(Observed.Sheltered sheltered, Ruleset desired) {
        Collection<String> judging = sheltered.shelter().baseChains().keySet();
        boolean shelters = judging.containsAll(bases(desired));
        Set<Table> tables = sheltered.shelter().tables();
        return switch (sheltered.table()) {
            case Observed.Present(var listing)
            when shelters && !listing.equals(Listing.of(desired)) ->
                Stream.concat(makeAnew(listing, desired), leave(judging, tables));
            case Observed table when shelters -> Stream.concat(steps(table, desired), leave(judging, tables));
            case Observed table -> Stream.concat(leave(judging, tables), steps(table, desired));
        };
    }

    private static Stream<Transaction> make(String table, Ruleset desired) {
        return Stream.of(
                commands(table, build -> build.addTables(desired.tables())).and(Edit.between(table, NOTHING, desired)),
                bases(table, desired));
    }

    private static Stream<Transaction> makeAnew(Listing listing, Ruleset desired) {
        return Stream.of(
                withoutBases(TABLE, listing.baseChains().keySet()),
                commands(TABLE, build -> {
                            build.deleteTables(listing.tables());
                            build.addTables(desired.tables());
                        })
                        .and(Edit.between(TABLE, NOTHING, desired)),
                bases(TABLE, desired));
    }

    private static Stream<Transaction> leave(Collection<String> bases, Set<Table> tables) {
        return Stream.of(withoutBases(SHELTER, bases), commands(SHELTER, build -> build.deleteTables(tables)));
    }

    private static Transaction bases(String table, Ruleset desired) {
        return commands(table, build -> desired.bases().forEach(build::addBaseChain));
    }

    private static Transaction withoutBases(String table, Collection<String> bases) {
        return commands(table, build -> {
            bases.forEach(build::flushChain);
            bases.forEach(build::deleteChain);
        });
    }

    private static Transaction commands(String table, Consumer<Build> adds) {
        Build build = new Build(table);
        adds.accept(build);
        return build.transaction();
    }

    private static List<String> bases(Ruleset ruleset) {
        return ruleset.bases().stream().map(Chain::name).toList();
    }
}
