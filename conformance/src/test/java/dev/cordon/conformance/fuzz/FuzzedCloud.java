package dev.cordon.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.ecs.http.Authenticator;
import dev.cordon.ecs.http.Body;
import dev.cordon.ecs.http.Credential;
import dev.cordon.ecs.http.EcsEndpoint;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.ecs.http.SignatureV3;
import dev.cordon.engine.table.CompiledPolicy;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Store;
import dev.cordon.store.Writes;
import dev.cordon.store.memory.MemoryStore;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;
import dev.cordon.wire.state.StoreKey;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The API without a listener, on a state whose ids are short and the same in every run.
final class FuzzedCloud {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String KEY = "key";
    private static final String SECRET = "secret";
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final ControlPlane controlPlane = ControlPlane.open(filled(), Quotas.DEFAULT);
    private final EcsEndpoint endpoint;
    private int callCount;

    FuzzedCloud() {
        InstantSource clock = InstantSource.fixed(NOW);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        this.endpoint = new EcsEndpoint(
                "cn-hangzhou",
                account -> Actions.all(new Desk(controlPlane, random, clock, "cn-hangzhou", account)),
                new EcsEndpoint.Gate(new Authenticator(
                        id -> id.equals(KEY) ? Optional.of(Credential.lasting(SECRET)) : Optional.empty(), clock)),
                () -> "00000000-0000-0000-0000-000000000000");
    }

    private static Store filled() {
        SortedMap<Key, String> rows = new TreeMap<>();
        for (Entity entity : SeedState.STATE.objects().toList()) {
            rows.put(new Key(StoreKey.of(entity.id())), EntityForm.print(entity));
        }
        Store store = new MemoryStore(HistoryLimit.DEFAULT);
        Audit audit = new Audit(NOW, "fuzz", "fuzz", "fuzz");
        store.commit(new Commit(Revision.NONE, new Writes(rows, new TreeSet<>()), audit));
        return store;
    }

    HttpReply answer(HttpCall call) {
        return endpoint.handle(call).reply();
    }

    /// Returns a call of somebody who has a key.
    HttpCall signed(String query) {
        SortedMap<String, String> headers = new TreeMap<>(Map.of(
                "host",
                "localhost",
                "x-acs-date",
                NOW.toString(),
                "x-acs-signature-nonce",
                "nonce-" + callCount++,
                "x-acs-content-sha256",
                EMPTY_SHA256));
        HttpCall.Target target = new HttpCall.Target("GET", "/", query);
        headers.put("authorization", SignatureV3.authorization(new HttpCall(target, headers, Body.EMPTY), KEY, SECRET));
        return new HttpCall(target, headers, Body.EMPTY);
    }

    /// Checks that an answer is one that clients can read.
    static void checkAnswer(HttpReply reply) {
        assertThat(reply.status()).isBetween(200, 499);
        if (reply.contentType().contains("json")) {
            assertInstanceOf(Parsed.Ok.class, Json.parse(reply.body()));
        } else {
            parseXml(reply.body());
        }
    }

    private static void parseXml(String text) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | ParserConfigurationException | IOException malformed) {
            throw new AssertionError("not XML: " + text, malformed);
        }
    }

    /// Checks that the state hangs together, can be exported and can be compiled.
    void checkState() {
        Snapshot newest = controlPlane.newest();
        StateAt exported = new StateAt(newest.revision(), newest.state());
        assertEquals(new Parsed.Ok<>(exported), StateForm.read(StateForm.write(exported)));
        CompiledPolicy.of(Profile.ALIYUN_DEFAULT, newest.state());
    }
}
