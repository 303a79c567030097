package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Turns a host view and the links of the host into the ruleset that enforces it.
///
/// Every link that carries an ENI is judged by that ENI's policy, also if there are several. A link
/// whose ENI has no policy in the view passes nothing. Other links are not touched.
public final class Lower {

    private final HostView view;
    private final Collection<Binding> bindings;
    private final AddressSetIndex index = new AddressSetIndex();
    private final Map<Scope, String> names = new HashMap<>();
    private final List<ScopeLowering> scopes = new ArrayList<>();
    private final List<Chain> chains = new ArrayList<>();
    private final List<Lookup> lookups = new ArrayList<>();

    private Lower(HostView view, Collection<Binding> bindings) {
        this.view = view;
        this.bindings = bindings;
    }

    public static Ruleset lower(HostView view, Collection<Binding> bindings) {
        return new Lower(view, bindings).lower();
    }

    private Ruleset lower() {
        BaseChains.chains().forEach(chains::add);
        IdentityChains.chains().forEach(chains::add);
        lookups.addAll(LinkMaps.of(view, bindings));
        lookups.add(BaseChains.toldLinks());
        Set<EniId> guests = guests();
        new TreeSet<>(bindings.stream().map(Binding::eni).toList())
                .forEach(eni -> view.enis().get(eni).ifPresent(policy -> add(policy, guests)));
        Identities identities = Identities.of(index);
        IdentityChains.lookups(identities).forEach(lookups::add);
        for (ScopeLowering scope : scopes) {
            ScopeLowering.Lowered lowered = scope.lower(identities);
            chains.addAll(lowered.chains());
            lookups.addAll(lowered.lookups());
        }
        return Ruleset.of(lookups, chains);
    }

    private Set<EniId> guests() {
        Set<EniId> guests = new HashSet<>();
        for (Binding binding : bindings) {
            if (binding.kind() == LinkKind.GUEST) {
                guests.add(binding.eni());
            }
        }
        return guests;
    }

    /// What an ENI shares with others has the name of the first of them.
    private void add(EniPolicy policy, Set<EniId> guests) {
        EniChains own = new EniChains(policy);
        for (Direction direction : Direction.values()) {
            Scope scope = Scope.of(policy, direction);
            String name = names.computeIfAbsent(scope, fresh -> {
                String first = EniChains.name(policy.eni(), direction);
                scopes.add(new ScopeLowering(first, fresh, index));
                return first;
            });
            chains.add(own.judge(direction, name));
        }
        if (guests.contains(policy.eni())) {
            chains.add(own.guard());
        }
        own.lookups().forEach(lookups::add);
    }
}
