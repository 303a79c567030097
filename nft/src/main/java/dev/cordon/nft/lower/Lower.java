package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.LoweredEni.EniScopes;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns host views and the links of the host into the rulesets that enforce them.
///
/// Every link that carries an ENI is judged by that ENI's policy, also if there are several. A link
/// whose ENI has no policy in the view passes nothing. Other links are not touched.
///
/// One after the other, views cost what has changed, and numbers keep their meaning from one
/// ruleset to the next. Used by one thread.
public final class Lower {

    private final AddressSlots slots = new AddressSlots();
    private final Identities identities = new Identities();
    private final SortedMap<String, ScopeLowering> scopes = new TreeMap<>();
    private final SortedMap<EniId, LoweredEni> enis = new TreeMap<>();
    private Ruleset settled = Ruleset.of(List.of(), List.of());

    private Lower() {}

    /// Returns one that has lowered nothing yet.
    public static Lower fresh() {
        return new Lower();
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
        bindings.forEach(binding -> kinds.merge(binding.eni(), binding.kind(), LinkKind::orGuest));
        kinds.keySet().removeIf(eni -> !view.enis().contains(eni));
        followScopes(lowerEnis(view, kinds));
        List<Chain> chains = chains(kinds);
        List<Lookup> lookups = lookups(view, bindings);
        Ruleset before = settled;
        Ruleset switched = Ruleset.of(with(lookups, Stage.SWITCHED), chains).and(before);
        Ruleset prepared = before.changed(with(List.of(), Stage.PREPARED)).and(switched);
        settled = Ruleset.of(with(lookups, Stage.SETTLED), chains);
        return before.chains().isEmpty() ? List.of(settled) : List.of(prepared, switched, settled);
    }

    private List<Chain> chains(Map<EniId, LinkKind> kinds) {
        List<Chain> chains = new ArrayList<>();
        BaseChains.chains().forEach(chains::add);
        IdentityChains.chains().forEach(chains::add);
        scopes.values().forEach(scope -> scope.chains().forEach(chains::add));
        enis.forEach((eni, lowered) ->
                lowered.chains(kinds.getOrDefault(eni, LinkKind.GUEST)).forEach(chains::add));
        return chains;
    }

    /// Returns all sets and maps but those of scopes.
    private List<Lookup> lookups(HostView view, Collection<Binding> bindings) {
        List<Lookup> lookups = new ArrayList<>(LinkMaps.of(view, bindings));
        lookups.add(BaseChains.toldLinks());
        IdentityChains.lookups(identities).forEach(lookups::add);
        enis.values().forEach(lowered -> lookups.addAll(lowered.own()));
        return lookups;
    }

    private List<Lookup> with(List<Lookup> lookups, Stage stage) {
        return Stream.concat(lookups.stream(), scopes.values().stream().flatMap(scope -> scope.lookups(stage)))
                .toList();
    }

    /// Lowers what is each ENI's own, and returns what they share by name: that of the first ENI
    /// that has it.
    private Map<String, Scope> lowerEnis(HostView view, SortedMap<EniId, LinkKind> kinds) {
        Map<Scope, String> names = new HashMap<>();
        Map<String, Scope> shared = new TreeMap<>();
        for (EniId eni : kinds.keySet()) {
            EniScopes now = scopes(view.enis().get(eni).orElseThrow());
            String ingress = names.computeIfAbsent(now.ingress(), fresh -> EniChains.name(eni, Direction.INGRESS));
            String egress = names.computeIfAbsent(now.egress(), fresh -> EniChains.name(eni, Direction.EGRESS));
            shared.putIfAbsent(ingress, now.ingress());
            shared.putIfAbsent(egress, now.egress());
            enis.merge(
                    eni,
                    LoweredEni.of(now, ingress, egress),
                    (is, fresh) -> is.isOf(now, ingress, egress) ? is.with(now) : fresh);
        }
        enis.keySet().retainAll(kinds.keySet());
        return shared;
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

    private void followScopes(Map<String, Scope> shared) {
        scopes.keySet().retainAll(shared.keySet());
        SlotPlan plan = new SlotPlan(slots);
        shared.forEach((name, scope) -> {
            ScopeLowering known = scopes.computeIfAbsent(name, fresh -> new ScopeLowering(fresh, scope));
            plan.ask(known.scope(), scope);
        });
        plan.settle();
        slots.takeMoves().forEach(identities::follow);
        identities.settle();
        shared.forEach((name, scope) -> Optional.ofNullable(scopes.get(name)).ifPresent(lowering -> {
            lowering.follow(scope, slots);
            lowering.settle(identities);
        }));
    }
}
