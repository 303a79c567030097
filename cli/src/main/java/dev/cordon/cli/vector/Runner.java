package dev.cordon.cli.vector;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Runs vectors through every reader.
public final class Runner {

    /// @param reader `spec`, `engine`, or `-` if the vector could not be read
    public record Failure(String id, String title, String reader, String got, String wanted) {}

    private final Profiles profiles;

    Runner(Profiles profiles) {
        this.profiles = profiles;
    }

    /// Returns how a vector fails; nothing if every reader says what is expected.
    List<Failure> run(Vector vector) {
        try {
            return failures(vector);
        } catch (UnreadableVectorException | IllegalArgumentException | NoSuchElementException unreadable) {
            String problem = "cannot be read: " + unreadable.getMessage();
            return List.of(new Failure(vector.id(), vector.title(), "-", problem, "a vector of this format"));
        }
    }

    private List<Failure> failures(Vector vector) {
        PolicyState state = VectorState.read(vector.body().path("config"));
        List<Failure> failures = new ArrayList<>();
        for (Reader reader : Reader.of(profiles.get(vector.profile()), state)) {
            Optional<String> got = disagreement(vector, state, reader);
            got.ifPresent(text -> failures.add(new Failure(
                    vector.id(),
                    vector.title(),
                    reader.name(),
                    text,
                    vector.expect().toString())));
        }
        return failures;
    }

    /// Returns what a reader says, if that is not what is expected.
    private static Optional<String> disagreement(Vector vector, PolicyState state, Reader reader) {
        return switch (vector.kind()) {
            case "decide" -> decide(vector, reader);
            case "connected" -> connected(vector, state, reader);
            case "pair" -> pair(vector, state, reader);
            default -> throw new UnreadableVectorException("kind `" + vector.kind() + "` is not run by this version");
        };
    }

    private static Optional<String> decide(Vector vector, Reader reader) {
        JsonNode flow = vector.flow();
        Verdict verdict = reader.decide(
                new EniId(Fields.text(flow, "eni")), VectorRule.direction(flow, "direction"), VectorFlow.read(flow));
        return Expectation.meets(vector.expect(), verdict) ? Optional.empty() : Optional.of(Expectation.text(verdict));
    }

    private static Optional<String> connected(Vector vector, PolicyState state, Reader reader) {
        JsonNode flow = vector.flow();
        AddressFamily family = flow.path("family").asInt(4) == 6 ? AddressFamily.IPV6 : AddressFamily.IPV4;
        Pair.Connection connection = new Pair.Connection(
                VectorFlow.protocol(Fields.text(flow, "proto"), family),
                flow.path("port").asInt(0),
                family,
                flow.path("via").asString("private").equals("eip") ? Pair.Via.EIP : Pair.Via.PRIVATE);
        Pair.Ends ends =
                Pair.of(state, Fields.text(flow, "a"), Fields.text(flow, "b")).connect(connection, reader);
        JsonNode expect = vector.expect();
        boolean met = ends.delivered() == expect.path("connected").asBoolean()
                && Expectation.meets(expect.path("egress"), ends.egress())
                && Expectation.meets(expect.path("ingress"), ends.ingress());
        String got = "egress " + Expectation.text(ends.egress()) + ", ingress " + Expectation.text(ends.ingress());
        return met ? Optional.empty() : Optional.of(got);
    }

    private static Optional<String> pair(Vector vector, PolicyState state, Reader reader) {
        Pair pair = Pair.of(state, Fields.text(vector.flow(), "a"), Fields.text(vector.flow(), "b"));
        List<Pair.Connection> probes = List.of(
                probe(IpProtocol.TCP, 22),
                probe(IpProtocol.TCP, 8080),
                probe(IpProtocol.UDP, 53),
                probe(IpProtocol.ICMP, 0));
        boolean wanted = vector.expect().path("interconnected").asBoolean();
        List<String> wrong = new ArrayList<>();
        for (Pair way : List.of(pair, pair.reversed())) {
            for (Pair.Connection probe : probes) {
                if (way.connect(probe, reader).delivered() != wanted) {
                    wrong.add(way.from().id() + " to " + way.to().id() + " " + probe.protocol() + " " + probe.port());
                }
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of("otherwise for " + String.join(", ", wrong));
    }

    private static Pair.Connection probe(IpProtocol protocol, int port) {
        return new Pair.Connection(protocol, port, AddressFamily.IPV4, Pair.Via.PRIVATE);
    }
}
