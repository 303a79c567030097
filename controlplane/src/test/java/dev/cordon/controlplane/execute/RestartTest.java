package dev.cordon.controlplane.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Invariants;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.command.RandomCommands;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.Commit;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.Key;
import dev.cordon.store.Store;
import dev.cordon.store.Writes;
import dev.cordon.store.memory.MemoryStore;
import dev.cordon.store.sqlite.SqliteSettings;
import dev.cordon.store.sqlite.SqliteStore;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StoreKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {

    private static final Audit AUDIT =
            new Audit(Instant.parse("2026-04-05T06:07:08Z"), "tester", "request-1", "TestAction");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void stateOutlivesTheProcess(long seed, @TempDir Path folder) {
        Snapshot before = Snapshot.EMPTY;
        RandomCommands commands = new RandomCommands(new Random(seed));
        long kept = 0;
        for (int start = 0; start < 4; start++) {
            try (Store store = SqliteStore.open(folder, SqliteSettings.DEFAULT)) {
                ControlPlane controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
                assertEquals(before, controlPlane.newest());
                for (int i = 0; i < 200; i++) {
                    controlPlane.execute(commands.next(), ControlPlaneTest.ORIGIN);
                }
                before = controlPlane.newest();
                kept += before.state().objects().count();
            }
        }
        assertThat(kept).isPositive();
        assertThat(Invariants.danglingReferences(before.state())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void replayOfTheHistoryLeadsToTheSameState(long seed) {
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            ControlPlane controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
            RandomCommands commands = new RandomCommands(new Random(seed));
            for (int i = 0; i < 1_500; i++) {
                controlPlane.execute(commands.next(), ControlPlaneTest.ORIGIN);
            }
            StoredState stored = new StoredState(store, new Records());
            Snapshot start = Snapshot.EMPTY;
            assertEquals(controlPlane.newest(), stored.catchUp(start));
            assertEquals(controlPlane.newest(), stored.load());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            vpc/vpc-1        | not json
            vpc/vpc-1        | {}
            nonsense         | {}
            """)
    void namesTheKeyThatCannotBeRead(String key, String value) {
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            Writes writes = new Writes(new TreeMap<>(Map.of(new Key(key), value)), new TreeSet<>());
            store.commit(new Commit(Revision.NONE, writes, AUDIT));
            UnreadableStateException failure =
                    assertThrows(UnreadableStateException.class, () -> ControlPlane.open(store, Quotas.DEFAULT));
            assertThat(failure).hasMessageStartingWith("cannot read `" + key + "` at revision 1: ");
        }
    }

    @Test
    void namesTheKeyWhoseValueIsOfAnotherObject() {
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            ControlPlane.open(store, Quotas.DEFAULT).execute(ControlPlaneTest.createVpc(), ControlPlaneTest.ORIGIN);
            String value = store.readHead().entries().get(new Key("vpc/vpc-1"));
            Writes writes = new Writes(new TreeMap<>(Map.of(new Key("vpc/vpc-2"), value)), new TreeSet<>());
            store.commit(new Commit(new Revision(1), writes, AUDIT));
            UnreadableStateException failure =
                    assertThrows(UnreadableStateException.class, () -> ControlPlane.open(store, Quotas.DEFAULT));
            assertThat(failure).hasMessage("cannot read `vpc/vpc-2` at revision 2: value is of `vpc-1`");
        }
    }

    @Test
    void whatCouldNotBeReadAgainIsNotStored() {
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            ControlPlane controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
            Details halfACharacter = new Details("\ud83d", "", Instant.EPOCH);
            Command create = new Command.CreateVpc(new VpcId("vpc-7"), CidrBlock.of("10.0.0.0/8"), halfACharacter);
            assertThrows(IllegalStateException.class, () -> controlPlane.execute(create, ControlPlaneTest.ORIGIN));
            assertEquals(Revision.NONE, store.head());
        }
    }

    @Test
    void aStoredReferenceThatLeadsNowhereStopsTheStart() {
        VSwitch orphan = new VSwitch(
                new VSwitchId("vsw-1"), new VpcId("vpc-gone"), CidrBlock.of("10.3.0.0/24"), "zone-d", Details.NONE);
        try (Store store = new MemoryStore(HistoryLimit.DEFAULT)) {
            Writes writes = new Writes(
                    new TreeMap<>(Map.of(new Key(StoreKey.of(orphan.id())), EntityForm.print(orphan))),
                    new TreeSet<>());
            store.commit(new Commit(Revision.NONE, writes, AUDIT));
            UnreadableStateException failure =
                    assertThrows(UnreadableStateException.class, () -> ControlPlane.open(store, Quotas.DEFAULT));
            assertThat(failure).hasMessageContaining("vpc/vpc-gone");
        }
    }
}
