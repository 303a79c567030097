package dev.cordon.nft.attest;

import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Direction;
import dev.cordon.nft.attest.Fact.Holder;
import dev.cordon.nft.attest.Reach.Held;
import dev.cordon.nft.interpret.Interpreter;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What all questions about one host stand on: what its kernel holds, what it would be given from
/// nothing, and the kinds of addresses that either or a policy tells apart.
final class Ground {

    private final Held kernel;
    private final Held lowered;
    private final Interpreter kernelWalks;
    private final Interpreter loweredWalks;
    private final AddressKinds kinds = new AddressKinds();

    Ground(Ruleset kernel, Ruleset lowered, Stream<Clauses> policies) {
        this.kernel = Held.of(kernel, Holder.KERNEL);
        this.lowered = Held.of(lowered, Holder.LOWERED);
        this.kernelWalks = new Interpreter(kernel);
        this.loweredWalks = new Interpreter(lowered);
        Stream.of(this.kernel, this.lowered).forEach(this::take);
        policies.forEach(clauses -> conditions(clauses).forEach(this::take));
    }

    Held kernel() {
        return kernel;
    }

    Held lowered() {
        return lowered;
    }

    Interpreter kernelWalks() {
        return kernelWalks;
    }

    Interpreter loweredWalks() {
        return loweredWalks;
    }

    private void take(Held held) {
        for (Lookup lookup : held.ruleset().lookups().values()) {
            Map<CidrBlock, Long> blocks = new HashMap<>();
            lookup.elements().values().forEach(element -> take(element, blocks));
            kinds.add(new Fact.InLookup(held.holder(), lookup.name()), blocks);
        }
        for (Chain chain : held.ruleset().chains().values()) {
            chain.lines().stream().flatMap(line -> line.tests().stream()).forEach(this::take);
        }
    }

    private static void take(Element element, Map<CidrBlock, Long> blocks) {
        if (element.key() instanceof Key.Addresses(var block)) {
            blocks.put(block, element.value() instanceof Value.Number(long number) ? number : 1L);
        }
    }

    private void take(Test test) {
        if (test instanceof Test.AddressInBlock(var side, var block)) {
            block(block);
        }
    }

    private void block(CidrBlock block) {
        kinds.add(new Fact.InBlock(block), Map.of(block, 1L));
    }

    private static Stream<Condition> conditions(Clauses clauses) {
        return clauses.inOrder().stream().map(Clause::conditions).flatMap(List::stream);
    }

    private void take(Condition condition) {
        switch (condition) {
            case Condition.PeerIn(var set) -> kinds.add(set);
            case Condition.PeerNotIn(var set) -> kinds.add(set);
            case Condition.LocalIn(var block) -> block(block);
            case Condition.Protocol protocol -> {}
            case Condition.DestinationPorts ports -> {}
            case Condition.SourcePorts ports -> {}
            case Condition.IcmpMessage message -> {}
            case Condition.Marked marked -> {}
        }
    }

    /// Which end of a flow is meant.
    enum End {
        NEAR,
        FAR
    }

    /// Returns one address of each kind that some rulesets and clauses tell apart at an end.
    List<IpAddress> examples(
            End end, AddressFamily family, Direction direction, List<Reach> reaches, Optional<Clauses> clauses) {
        Map<Integer, Optional<Numbers>> looked = new HashMap<>();
        for (Reach reach : reaches) {
            Set<Fact> facts = end == End.FAR ? reach.far(direction) : reach.near(direction);
            facts.forEach(fact -> looked.put(kinds.number(fact), numbers(reach, fact)));
        }
        clauses.stream()
                .flatMap(Ground::conditions)
                .flatMap(condition -> number(end, condition).stream())
                .forEach(number -> looked.putIfAbsent(number, Optional.empty()));
        Map<Set<List<Long>>, IpAddress> examples = new HashMap<>();
        for (AddressKinds.Kind kind : kinds.of(family)) {
            Set<List<Long>> look = new HashSet<>();
            kind.facts()
                    .forEach((fact, says) -> Optional.ofNullable(looked.get(fact))
                            .ifPresent(numbers -> look.add(look(fact, says, numbers))));
            examples.merge(look, kind.example(), AddressKinds::plainer);
        }
        return List.copyOf(examples.values());
    }

    private static Optional<Numbers> numbers(Reach reach, Fact fact) {
        return fact instanceof Fact.InLookup ? Optional.of(reach.numbers()) : Optional.empty();
    }

    private Optional<Integer> number(End end, Condition condition) {
        return switch (condition) {
            case Condition.PeerIn(var set) -> end == End.FAR ? Optional.of(kinds.number(set)) : Optional.empty();
            case Condition.PeerNotIn(var set) -> end == End.FAR ? Optional.of(kinds.number(set)) : Optional.empty();
            case Condition.LocalIn(var block) ->
                end == End.NEAR ? Optional.of(kinds.number(new Fact.InBlock(block))) : Optional.empty();
            case Condition.Protocol protocol -> Optional.empty();
            case Condition.DestinationPorts ports -> Optional.empty();
            case Condition.SourcePorts ports -> Optional.empty();
            case Condition.IcmpMessage message -> Optional.empty();
            case Condition.Marked marked -> Optional.empty();
        };
    }

    private static List<Long> look(int fact, long says, Optional<Numbers> numbers) {
        return Stream.concat(Stream.of((long) fact), numbers.map(told -> told.look(says)).orElse(List.of()).stream())
                .toList();
    }
}
