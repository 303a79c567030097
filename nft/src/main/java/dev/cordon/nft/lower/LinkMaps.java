package dev.cordon.nft.lower;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.state.SortedTable;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Test.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which link leads to which chains: the sets and maps that base chains look a packet's link up in.
final class LinkMaps {

    private final Map<String, SortedTable<Key, Element>> chains = new TreeMap<>();
    private final Map<String, SortedTable<Key, Element>> links = new TreeMap<>();

    private LinkMaps() {
        List.of(
                        BaseChains.GUARD_BY_LINK,
                        Table.ARP.named(BaseChains.GUARD_BY_LINK),
                        BaseChains.FORWARD_IN_BY_LINK,
                        BaseChains.FORWARD_OUT_BY_LINK,
                        BaseChains.INPUT_BY_LINK,
                        BaseChains.OUTPUT_BY_LINK,
                        BaseChains.BEGINS_IN_BY_LINK,
                        BaseChains.BEGINS_OUT_BY_LINK)
                .forEach(name -> chains.put(name, Lookup.noElements()));
        List.of(
                        BaseChains.CLOSED_LINKS,
                        Table.ARP.named(BaseChains.CLOSED_LINKS),
                        Table.BRIDGE.named(BaseChains.CLOSED_LINKS),
                        BaseChains.GUEST_LINKS,
                        BaseChains.HOST_LINKS)
                .forEach(name -> links.put(name, Lookup.noElements()));
    }

    static LinkMaps of(HostView view, Collection<Binding> bindings) {
        LinkMaps maps = new LinkMaps();
        for (Binding binding : bindings) {
            if (!binding.isHeld()) {
                maps.put(Table.BRIDGE.named(BaseChains.CLOSED_LINKS), binding);
            } else {
                view.enis()
                        .get(binding.eni())
                        .ifPresentOrElse(policy -> maps.hold(binding, policy), () -> maps.close(binding));
            }
        }
        return maps;
    }

    /// Returns the set of the machine's own links, with and without policy.
    static Lookup machineLinks(Collection<Binding> bindings) {
        SortedTable<Key, Element> elements = Lookup.noElements();
        for (Binding binding : bindings) {
            if (binding.kind() == LinkKind.HOST) {
                elements = new Element(key(binding), new Value.Present()).in(elements);
            }
        }
        return new Lookup(BaseChains.MACHINE_LINKS, Type.LINKS, elements);
    }

    /// What the network says by ARP is nothing that policy is about.
    private void close(Binding binding) {
        put(BaseChains.CLOSED_LINKS, binding);
        if (binding.kind() == LinkKind.GUEST) {
            put(Table.ARP.named(BaseChains.CLOSED_LINKS), binding);
        }
    }

    /// A packet goes out of a guest where it comes in by its link; on the machine's own link it is
    /// the other way round.
    private void hold(Binding binding, EniPolicy policy) {
        String egress = EniChains.name(binding.eni(), Direction.EGRESS);
        String ingress = EniChains.name(binding.eni(), Direction.INGRESS);
        switch (binding.kind()) {
            case GUEST -> {
                put(BaseChains.GUEST_LINKS, binding);
                lead(BaseChains.GUARD_BY_LINK, binding, EniChains.guard(binding.eni()));
                lead(Table.ARP.named(BaseChains.GUARD_BY_LINK), binding, EniChains.arpGuard(binding.eni()));
                lead(binding, egress, ingress);
            }
            case HOST -> {
                put(BaseChains.HOST_LINKS, binding);
                lead(binding, ingress, egress);
            }
            case BRIDGE_PORT -> throw new IllegalArgumentException("not held `" + binding + "`");
        }
        lead(BaseChains.BEGINS_IN_BY_LINK, binding, Beginnings.name(binding.kind(), Way.IN, policy.timeouts()));
        lead(BaseChains.BEGINS_OUT_BY_LINK, binding, Beginnings.name(binding.kind(), Way.OUT, policy.timeouts()));
    }

    private void lead(Binding binding, String in, String out) {
        lead(BaseChains.FORWARD_IN_BY_LINK, binding, in);
        lead(BaseChains.INPUT_BY_LINK, binding, in);
        lead(BaseChains.FORWARD_OUT_BY_LINK, binding, out);
        lead(BaseChains.OUTPUT_BY_LINK, binding, out);
    }

    private void lead(String map, Binding binding, String chain) {
        chains.computeIfPresent(map, (name, elements) -> new Element(key(binding), new Value.Asks(chain)).in(elements));
    }

    private void put(String set, Binding binding) {
        links.computeIfPresent(set, (name, elements) -> new Element(key(binding), new Value.Present()).in(elements));
    }

    private static Key key(Binding binding) {
        return new Key.LinkName(binding.link());
    }

    List<Lookup> lookups() {
        List<Lookup> lookups = new ArrayList<>();
        chains.forEach((name, elements) -> lookups.add(new Lookup(name, Type.CHAIN_OF_LINK, elements)));
        links.keySet().forEach(name -> lookups.add(links(name)));
        return lookups;
    }

    /// Returns the set of links that pass nothing.
    Lookup closed() {
        return links(BaseChains.CLOSED_LINKS);
    }

    private Lookup links(String name) {
        return new Lookup(name, Type.LINKS, links.getOrDefault(name, Lookup.noElements()));
    }
}
