package dev.cordon.nft.plan;

import dev.cordon.model.state.Replaced;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What makes one of our rulesets of another one, in one transaction that costs what differs.
///
/// Base chains stay, the maps that they look into are edited element by element, and a chain that
/// changes is flushed and filled again under its name: a packet sees the one or the other, because
/// the kernel reads the generation once for each run through a base chain.
final class Edit {

    private final Ruleset held;
    private final Ruleset desired;
    private final Build build;

    private Edit(String table, Ruleset held, Ruleset desired) {
        this.held = held;
        this.desired = desired;
        this.build = new Build(table);
    }

    /// What is referred to comes before what refers to it, and goes after it.
    static Transaction between(String table, Ruleset held, Ruleset desired) {
        Edit edit = new Edit(table, held, desired);
        edit.addTimeouts();
        desired.lookups().values().stream()
                .filter(lookup -> !held.lookups().containsKey(lookup.name()))
                .forEach(edit.build::addCollection);
        desired.chains().values().stream()
                .filter(chain -> chain.hook().isEmpty() && !held.chains().containsKey(chain.name()))
                .forEach(edit.build::addChain);
        desired.chains().values().forEach(edit::fill);
        desired.lookups().values().forEach(edit::editElements);
        edit.deleteWhatIsGone();
        return edit.build.transaction();
    }

    /// None is ever deleted: the sessions that it was given to would go on by the kernel's own
    /// timeouts, which are longer than any of ours.
    private void addTimeouts() {
        desired.chains().values().stream()
                .filter(chain -> !is(chain))
                .flatMap(Chain::timeouts)
                .distinct()
                .forEach(build::addTimeout);
    }

    private boolean is(Chain chain) {
        return chain.equals(held.chains().get(chain.name()));
    }

    private void fill(Chain chain) {
        if (chain.hook().isPresent() || is(chain)) {
            return;
        }
        if (held.chains().containsKey(chain.name())) {
            build.flushChain(chain.name());
        }
        build.fillChain(chain);
    }

    /// An element that stays is not touched.
    private void editElements(Lookup wanted) {
        var is = Optional.ofNullable(held.lookups().get(wanted.name()))
                .map(Lookup::elements)
                .orElseGet(Lookup::noElements);
        List<Element> gone = new ArrayList<>();
        List<Element> added = new ArrayList<>();
        for (Replaced<Element> replaced : is.differences(wanted.elements())) {
            replaced.before().ifPresent(gone::add);
            replaced.after().ifPresent(added::add);
        }
        build.deleteElements(wanted, gone);
        build.addElements(wanted, added);
    }

    /// Chains are emptied first, then maps go, then chains: lines refer to maps, and elements to
    /// chains.
    private void deleteWhatIsGone() {
        List<String> gone = held.chains().keySet().stream()
                .filter(name -> !desired.chains().containsKey(name))
                .toList();
        gone.forEach(build::flushChain);
        held.lookups().values().stream()
                .filter(lookup -> !desired.lookups().containsKey(lookup.name()))
                .forEach(build::deleteCollection);
        gone.forEach(build::deleteChain);
    }
}
