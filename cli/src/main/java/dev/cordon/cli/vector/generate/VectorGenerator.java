package dev.cordon.cli.vector.generate;

import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.PacketForm;
import dev.cordon.cli.vector.form.ProfileForm;
import dev.cordon.cli.vector.form.RuleForm;
import dev.cordon.cli.vector.run.ConnectedKind;
import dev.cordon.cli.vector.run.Pair;
import dev.cordon.cli.vector.run.PairKind;
import dev.cordon.cli.vector.run.Reader;
import dev.cordon.cli.vector.run.SessionRun;
import dev.cordon.cli.vector.run.VerdictFields;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes vector files of random cases, judged by the spec. The same count and seed give the same
/// file.
public final class VectorGenerator {

    private static final List<String> KINDS = List.of("decide", "connected", "pair", "session");

    private final Draws draws;
    private final List<String> profiles = List.copyOf(Profile.names());

    private VectorGenerator(long seed) {
        this.draws = new Draws(seed);
    }

    public static ObjectNode file(int count, long seed) {
        VectorGenerator generator = new VectorGenerator(seed);
        ObjectNode file = Json.object()
                .put("schemaVersion", 1)
                .put("description", "Random cases from seed " + seed + ", judged by the spec.");
        file.set("profiles", ProfileForm.writeAll());
        ArrayNode vectors = file.putArray("vectors");
        for (int number = 1; number <= count; number++) {
            vectors.add(generator.vector(number));
        }
        return file;
    }

    private ObjectNode vector(int number) {
        String kind = draws.of(KINDS);
        String profile = draws.of(profiles);
        ObjectNode config = new RandomConfig(draws).next();
        PolicyState state = ConfigForm.read(config);
        Reader spec = new Reader.SpecReader(Profile.named(profile).orElseThrow(), state);
        ObjectNode vector = Json.object()
                .put("id", "R" + number)
                .put("title", "random " + kind)
                .put("kind", kind)
                .put("basis", "derived")
                .put("profile", profile);
        vector.set("config", config);
        switch (kind) {
            case "decide" -> putDecision(vector, state, spec);
            case "connected" -> putConnection(vector, state, spec);
            case "pair" -> putPair(vector, state, spec);
            default -> putSession(vector, state, spec);
        }
        return vector;
    }

    private void putDecision(ObjectNode vector, PolicyState state, Reader spec) {
        RandomPacket packets = new RandomPacket(draws, state);
        Eni eni = packets.eni();
        Direction direction = draws.of(List.of(Direction.values()));
        ObjectNode flow = Json.object().put("eni", eni.id().value()).put("direction", RuleForm.word(direction));
        flow.setAll(packets.next(eni, direction));
        if (draws.oneIn(12)) {
            flow.put("mark", draws.of(List.of("slb", "probe")));
        }
        vector.set("flow", flow);
        vector.set(
                "expect",
                VerdictFields.of(
                        spec.decide(eni.id(), direction, PacketForm.read(flow).flow())));
    }

    private void putConnection(ObjectNode vector, PolicyState state, Reader spec) {
        Pair pair = pair(state);
        int port = draws.of(List.of(22, 53, 80, 443, 8080));
        IpProtocol protocol = draws.of(List.of(IpProtocol.TCP, IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP));
        boolean viaEip = hasEip(pair.from()) && hasEip(pair.to()) && draws.oneIn(2);
        Pair.Connection connection = new Pair.Connection(
                protocol,
                PacketForm.EPHEMERAL_PORT,
                port,
                AddressFamily.IPV4,
                viaEip ? Pair.Via.EIP : Pair.Via.PRIVATE);
        ObjectNode flow = ends(pair).put("proto", protocol.toString());
        if (protocol.hasPorts()) {
            flow.put("port", port);
        }
        if (viaEip) {
            flow.put("via", "eip");
        }
        vector.set("flow", flow);
        vector.set("expect", ConnectedKind.fields(pair.connect(connection, spec)));
    }

    private static boolean hasEip(Eni eni) {
        return !eni.addresses().publicAddresses().isEmpty();
    }

    /// Between interconnected and isolated there is no word: such a pair becomes a connection.
    private void putPair(ObjectNode vector, PolicyState state, Reader spec) {
        Pair pair = pair(state);
        ObjectNode expect = PairKind.fields(pair, spec);
        if (expect.path("interconnected").isBoolean()) {
            vector.set("flow", ends(pair));
            vector.set("expect", expect);
        } else {
            vector.put("kind", "connected").put("title", "random connected");
            putConnection(vector, state, spec);
        }
    }

    private void putSession(ObjectNode vector, PolicyState state, Reader spec) {
        vector.set("steps", new RandomSteps(draws, new SessionRun(spec, state)).next());
        vector.set("expect", Json.object().put("allSteps", true));
    }

    private Pair pair(PolicyState state) {
        List<Eni> two = draws.some(state.enis().toList(), 2);
        return new Pair(two.getFirst(), two.getLast());
    }

    private static ObjectNode ends(Pair pair) {
        return Json.object()
                .put("a", pair.from().id().value())
                .put("b", pair.to().id().value());
    }
}
