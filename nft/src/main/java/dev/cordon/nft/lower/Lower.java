package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.LoweredEni.EniScopes;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns host views and the links of the host into the rulesets that enforce them.
///
/// Every link that carries an ENI is judged by that ENI's policy, also if there are several. A link
/// whose ENI has no policy in the view passes nothing, nor does a port of a bridge. Other links are
/// not touched.
///
/// One after the other, views cost what has changed, and numbers keep their meaning from one
/// ruleset to the next. Used by one thread.
public final class Lower {

    private final HostRules rules;
    private final AddressSlots slots = new AddressSlots();
    private final Identities identities = new Identities();
    private final SortedMap<String, ScopeLowering> scopes = new TreeMap<>();
    private final SortedMap<EniId, LoweredEni> enis = new TreeMap<>();
    private Version version = Version.FIRST;
    private Ruleset settled = Ruleset.of(List.of(), List.of());

    private Lower(HostRules rules) {
        this.rules = rules;
    }

    /// Returns one that has lowered nothing yet, for a host as it is by default.
    public static Lower fresh() {
        return fresh(HostRules.DEFAULT);
    }

    /// Returns one that has lowered nothing yet.
    public static Lower fresh(HostRules rules) {
        return new Lower(rules);
    }

    /// Returns the ruleset of a view that is looked at once.
    public static Ruleset lower(HostView view, Collection<Binding> bindings) {
        return fresh().next(view, bindings).getLast();
    }

    /// Tells whether numbers come to an end, because none is used twice: the next view needs
    /// another one of these.
    public boolean isWorn() {
        return identities.isWorn() || scopes.values().stream().anyMatch(ScopeLowering::isWorn);
    }

    /// Returns the rulesets by which to come from that of the view before to that of the next one,
    /// in transactions one after the other, none of which lets a packet meet a mixture.
    ///
    /// @return the one that enforces the view is the last
    public List<Ruleset> next(HostView view, Collection<Binding> bindings) {
        SortedMap<EniId, LinkKind> kinds = new TreeMap<>();
        bindings.stream()
                .filter(Binding::isHeld)
                .forEach(binding -> kinds.merge(binding.eni(), binding.kind(), LinkKind::orGuest));
        kinds.keySet().removeIf(eni -> !view.enis().contains(eni));
        List<ScopeLowering> retiring = lowerEnis(view, kinds);
        LinkMaps links = LinkMaps.of(view, bindings);
        Beginnings beginnings = Beginnings.of(view, bindings, rules.quota());
        List<Chain> chains = chains(links, kinds);
        beginnings.chains().forEach(chains::add);
        List<Lookup> lookups = lookups(links, bindings);
        beginnings.lookups().forEach(lookups::add);
        Set<Table> tables = tables(bindings);
        chains.removeIf(chain -> !tables.contains(Table.of(chain.name())));
        lookups.removeIf(lookup -> !tables.contains(Table.of(lookup.name())));
        Ruleset before = settled;
        Ruleset switched = Ruleset.of(with(lookups, Stage.SWITCHED), chains)
                .and(before.changed(lookups(retiring, Stage.SWITCHED)));
        Ruleset prepared = before.changed(lookups(scopes.values(), Stage.PREPARED))
                .changed(lookups(retiring, Stage.PREPARED))
                .and(switched);
        settled = Ruleset.of(with(lookups, Stage.SETTLED), chains);
        version = version.next();
        return before.chains().isEmpty() ? List.of(settled) : List.of(prepared, switched, settled);
    }

    /// A kernel need not know a kind of packet that nobody here is asked about.
    private static Set<Table> tables(Collection<Binding> bindings) {
        Set<Table> tables = EnumSet.of(Table.INET);
        for (Binding binding : bindings) {
            switch (binding.kind()) {
                case GUEST -> tables.add(Table.ARP);
                case BRIDGE_PORT -> tables.add(Table.BRIDGE);
                case HOST -> {}
            }
        }
        return tables;
    }

    private List<Chain> chains(LinkMaps links, Map<EniId, LinkKind> kinds) {
        List<Chain> chains = new ArrayList<>();
        BaseChains.chains(links.closed(), rules.kept()).forEach(chains::add);
        IdentityChains.chains(identities).forEach(chains::add);
        scopes.values().forEach(scope -> scope.chains().forEach(chains::add));
        enis.forEach((eni, lowered) ->
                lowered.chains(kinds.getOrDefault(eni, LinkKind.GUEST)).forEach(chains::add));
        return chains;
    }

    /// Returns all sets and maps but those of scopes.
    private List<Lookup> lookups(LinkMaps links, Collection<Binding> bindings) {
        List<Lookup> lookups = new ArrayList<>(links.lookups());
        BaseChains.toldLinks().forEach(lookups::add);
        if (!rules.kept().isEmpty()) {
            lookups.add(LinkMaps.machineLinks(bindings));
        }
        IdentityChains.lookups(identities).forEach(lookups::add);
        enis.values().forEach(lowered -> lookups.addAll(lowered.own()));
        return lookups;
    }

    private List<Lookup> with(List<Lookup> lookups, Stage stage) {
        return Stream.concat(lookups.stream(), lookups(scopes.values(), stage).stream())
                .toList();
    }

    private static List<Lookup> lookups(Collection<ScopeLowering> scopes, Stage stage) {
        return scopes.stream().flatMap(scope -> scope.lookups(stage)).toList();
    }

    /// Lowers what is each ENI's own, and what they share: under the name of the first ENI that has
    /// it.
    ///
    /// @return scopes that are led to no more
    private List<ScopeLowering> lowerEnis(HostView view, SortedMap<EniId, LinkKind> kinds) {
        Map<EniId, EniScopes> now = new TreeMap<>();
        Map<Scope, String> names = new HashMap<>();
        SortedMap<String, Scope> shared = new TreeMap<>();
        for (EniId eni : kinds.keySet()) {
            EniScopes mine = scopes(view.enis().get(eni).orElseThrow());
            now.put(eni, mine);
            for (Scope scope : List.of(mine.ingress(), mine.egress())) {
                names.computeIfAbsent(scope, fresh -> {
                    shared.put(EniChains.name(eni, scope.direction()), scope);
                    return EniChains.name(eni, scope.direction());
                });
            }
        }
        List<ScopeLowering> retiring = followScopes(shared);
        enis.keySet().retainAll(now.keySet());
        now.forEach((eni, mine) -> lower(eni, mine, name(names, mine.ingress()), name(names, mine.egress())));
        return retiring;
    }

    private String name(Map<Scope, String> names, Scope scope) {
        return Optional.ofNullable(names.get(scope))
                .flatMap(name -> Optional.ofNullable(scopes.get(name)))
                .map(ScopeLowering::name)
                .orElseThrow();
    }

    private void lower(EniId eni, EniScopes now, String ingress, String egress) {
        Optional<LoweredEni> before = Optional.ofNullable(enis.get(eni));
        Version addresses = before.filter(is -> is.hasAddressesOf(now))
                .map(LoweredEni::addresses)
                .orElse(version);
        LoweredEni lowered = before.filter(is -> is.isOf(now, ingress, egress))
                .map(is -> is.with(now))
                .orElseGet(() -> LoweredEni.of(now, ingress, egress, addresses));
        enis.put(eni, lowered);
    }

    /// A policy that is the same object is the same policy; to compare two costs more than to make
    /// its scopes anew.
    private EniScopes scopes(EniPolicy policy) {
        return Optional.ofNullable(enis.get(policy.eni()))
                .map(LoweredEni::scopes)
                .filter(known -> isSame(known.policy(), policy))
                .orElseGet(() -> EniScopes.of(policy));
    }

    @SuppressWarnings("ReferenceEquality") // as said above
    private static boolean isSame(EniPolicy known, EniPolicy now) {
        return known == now;
    }

    private List<ScopeLowering> followScopes(SortedMap<String, Scope> shared) {
        SlotPlan plan = new SlotPlan(slots);
        shared.forEach((name, scope) -> plan.ask(
                Optional.ofNullable(scopes.get(name)).map(ScopeLowering::scope).orElse(scope), scope));
        plan.settle();
        slots.takeMoves().forEach(identities::follow);
        identities.settle(version);
        Map<String, ScopeLowering> before = new TreeMap<>(scopes);
        scopes.clear();
        shared.forEach((name, scope) -> scopes.put(name, lowering(name, scope, before)));
        before.values().removeAll(scopes.values());
        List<ScopeLowering> retiring = List.copyOf(before.values());
        Stream.concat(retiring.stream(), scopes.values().stream()).forEach(scope -> scope.settle(identities));
        return retiring;
    }

    /// What a scope says otherwise than before has a name that was never used: it is made beside
    /// what is there.
    private ScopeLowering lowering(String name, Scope scope, Map<String, ScopeLowering> before) {
        Optional<ScopeLowering> same = Optional.ofNullable(before.get(name)).filter(known -> known.isOf(scope, slots));
        same.ifPresent(known -> known.follow(scope));
        return same.orElseGet(() -> new ScopeLowering(version.of(name), scope, slots));
    }
}
