package dev.cordon.cli.vector.run;

import dev.cordon.cli.lab.FlatParameters;
import dev.cordon.cli.vector.form.ConfigForm;
import dev.cordon.cli.vector.form.Fields;
import dev.cordon.cli.vector.form.UnreadableVectorException;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.ecs.http.Action;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Store;
import dev.cordon.store.Writes;
import dev.cordon.store.memory.MemoryStore;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StoreKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `api`: a call, run as a client's would be from its parameters to the stored state.
public record ApiKind() implements VectorKind {

    private static final String WHO = "vector";

    /// The time of all objects that are made.
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public List<Disagreement> run(Vector vector, Profile profile) {
        JsonNode request = vector.request();
        ObjectNode parameters = request.path("params") instanceof ObjectNode given ? given : Json.object();
        PolicyState before = ConfigForm.read(vector.config(), vpcsOf(parameters));
        Quotas quotas = VectorQuotas.of(
                vector.config(), parameters.path("SecurityGroupId").asString(""));
        try (Store store = stored(before)) {
            ControlPlane controlPlane = ControlPlane.open(store, quotas);
            EcsResult result = call(Fields.text(request, "action"), parameters, controlPlane);
            return disagreement(
                    vector, result, new ApiEffect(before, controlPlane.newest().state(), parameters));
        }
    }

    /// A call into a VPC that the vector's objects do not happen to name.
    private static Set<String> vpcsOf(ObjectNode parameters) {
        String vpc = parameters.path("VpcId").asString("");
        return vpc.isEmpty() ? Set.of() : Set.of(vpc);
    }

    private static List<Disagreement> disagreement(Vector vector, EcsResult result, ApiEffect effect) {
        JsonNode expect = vector.expect();
        return switch (result) {
            case EcsResult.Success(ObjectNode body) ->
                Disagreement.between("commands", effect.fields(body), withoutCodes(expect)).stream()
                        .toList();
            case EcsResult.Failure(var error) -> {
                boolean codeMeets = !expect.has("errorAnyOf")
                        || StreamSupport.stream(expect.path("errorAnyOf").spliterator(), false)
                                .anyMatch(code -> code.asString().equals(error.code()));
                yield codeMeets && !expect.path("ok").asBoolean(true)
                        ? List.of()
                        : List.of(new Disagreement(
                                "commands", "ok false, " + error.code() + " " + error.message(), expect.toString()));
            }
        };
    }

    private static JsonNode withoutCodes(JsonNode expect) {
        return expect instanceof ObjectNode fields ? fields.deepCopy().without("errorAnyOf") : expect;
    }

    private static EcsResult call(String name, ObjectNode parameters, ControlPlane controlPlane) {
        Desk desk = new Desk(
                controlPlane, RandomGeneratorFactory.of("L64X128MixRandom").create(1), () -> NOW, "cn-hangzhou");
        Action action = Actions.all(desk).stream()
                .filter(offered -> offered.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableVectorException("no action `" + name + "`"));
        SortedMap<String, String> flat = FlatParameters.of(parameters, (parameter, text) -> text);
        return action.run(new EcsRequest(WHO, name, Caller.local(WHO), flat));
    }

    /// Returns a store that holds a state.
    private static Store stored(PolicyState state) {
        SortedMap<Key, String> puts = new TreeMap<>();
        for (Entity entity : state.objects().toList()) {
            puts.put(new Key(StoreKey.of(entity.id())), EntityForm.print(entity));
        }
        Store store = new MemoryStore(HistoryLimit.DEFAULT);
        Audit audit = new Audit(NOW, WHO, WHO, WHO);
        store.commit(new Commit(Revision.NONE, new Writes(puts, new TreeSet<>()), audit));
        return store;
    }
}
