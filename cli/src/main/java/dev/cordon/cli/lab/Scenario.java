package dev.cordon.cli.lab;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What a lab builds, does and expects.
record Scenario(String title, CidrBlock network, List<GroupPlan> groups, List<InstancePlan> instances, List<Act> acts) {

    /// @param type as the API writes it, `normal` or `enterprise`
    /// @param intraPolicy as the API writes it, `Accept` or `Drop`
    record GroupPlan(String name, String type, String intraPolicy) {}

    record InstancePlan(String name, IpAddress address, List<String> groups) {}

    /// A step: connections are opened, calls are made, then every expectation is probed.
    record Act(String title, List<StreamPlan> streams, List<Call> calls, List<Expected> expected) {}

    /// One API call; text that is the name of a group or an instance stands for its id or address.
    record Call(String action, ObjectNode parameters) {}

    record Expected(String from, String to, Probe probe, Fate packets) {}

    record StreamPlan(String from, String to, int port, Outcome outcome) {}

    /// What becomes of a packet and its answer.
    enum Fate {
        PASS,
        STOP
    }

    /// What becomes of an open connection when policy changes.
    enum Outcome {
        SURVIVES,
        STOPS
    }

    /// Returns every kind of packet that the scenario sends, without duplicates.
    List<Probe> probes() {
        Stream<Probe> expected =
                acts.stream().flatMap(act -> act.expected().stream()).map(Expected::probe);
        Stream<Probe> streams = acts.stream()
                .flatMap(act -> act.streams().stream())
                .map(stream -> new Probe(Probe.Protocol.TCP, stream.port()));
        return Stream.concat(expected, streams).distinct().toList();
    }
}
