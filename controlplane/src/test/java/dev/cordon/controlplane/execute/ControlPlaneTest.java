package dev.cordon.controlplane.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.NetworkRejection.VpcNotFound;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.command.Rejection;
import dev.cordon.controlplane.execute.Result.Contended;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Holdings;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Audit;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.History;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ControlPlaneTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    static final Origin ORIGIN = new Origin(AT, Caller.local("tester"), "request-1", "TestAction");
    private static final VpcId VPC = new VpcId("vpc-1");

    private final MemoryStore store = new MemoryStore(HistoryLimit.DEFAULT);
    private final ControlPlane controlPlane = ControlPlane.open(store, Quotas.DEFAULT);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void emptyStoreIsTheEmptyState() {
        assertEquals(Snapshot.EMPTY, controlPlane.newest());
    }

    @Test
    void decidingAloneChangesNothing() {
        Snapshot before = controlPlane.newest();
        assertEquals(
                new Answer.VpcCreated(VPC),
                assertInstanceOf(Decision.Accepted.class, controlPlane.decide(createVpc(), AccountId.ROOT))
                        .answer());
        assertEquals(before, controlPlane.newest());
        assertEquals(List.of(), history());
    }

    @Test
    void acceptedCommandIsCommittedWithItsAuditAndThenPublished() {
        assertEquals(
                new Executed(new Revision(1), new Answer.VpcCreated(VPC)), controlPlane.execute(createVpc(), ORIGIN));
        Vpc vpc = new Vpc(VPC, CidrBlock.of("10.0.0.0/8"), new Details("main", "", AT));
        assertEquals(new Revision(1), controlPlane.newest().revision());
        assertEquals(List.of(vpc), controlPlane.newest().state().objects().toList());
        assertEquals(
                List.of(new Audit(AT, ORIGIN.caller().text(), "request-1", "TestAction")),
                history().stream().map(CommittedChange::audit).toList());
    }

    @Test
    void refusedCommandCommitsNothing() {
        assertEquals(new Refused(new VpcNotFound(VPC)), controlPlane.execute(createGroup("sg-1"), ORIGIN));
        assertEquals(Revision.NONE, store.head());
    }

    @Test
    void commandThatChangesNothingCommitsNothing() {
        controlPlane.execute(createVpc(), ORIGIN);
        controlPlane.execute(createGroup("sg-1"), ORIGIN);
        Snapshot before = controlPlane.newest();
        Command again = new Command.SetIntraGroupPolicy(new SecurityGroupId("sg-1"), IntraGroupPolicy.INTERCONNECTED);
        assertEquals(new Result.Unchanged(new Revision(2), new Answer.Done()), controlPlane.execute(again, ORIGIN));
        assertSame(before, controlPlane.newest());
        assertEquals(new Revision(2), store.head());
    }

    @Test
    void whatAnotherWriterDidIsTakenIntoAccount() {
        ControlPlane other = ControlPlane.open(store, Quotas.DEFAULT);
        other.execute(createVpc(), ORIGIN);
        other.execute(createGroup("sg-1"), ORIGIN);
        assertEquals(new Refused(new Rejection.IdTaken(VPC)), controlPlane.execute(createVpc(), ORIGIN));
        assertEquals(other.newest(), controlPlane.newest());
    }

    @Test
    void writerThatFellOutOfTheHistoryStartsOver() {
        MemoryStore forgetful = new MemoryStore(new HistoryLimit(1));
        ControlPlane late = ControlPlane.open(forgetful, Quotas.DEFAULT);
        ControlPlane other = ControlPlane.open(forgetful, Quotas.DEFAULT);
        other.execute(createVpc(), ORIGIN);
        other.execute(createGroup("sg-1"), ORIGIN);
        other.execute(new Command.DeleteGroup(new SecurityGroupId("sg-1")), ORIGIN);
        other.execute(createGroup("sg-2"), ORIGIN);
        Command anotherVpc = new Command.CreateVpc(new VpcId("vpc-2"), CidrBlock.of("172.16.0.0/12"), Details.NONE);
        assertEquals(
                new Executed(new Revision(5), new Answer.VpcCreated(new VpcId("vpc-2"))),
                late.execute(anotherVpc, ORIGIN));
        assertEquals(ControlPlane.open(forgetful, Quotas.DEFAULT).newest(), late.newest());
    }

    @Test
    void givesUpWhenOthersAreAlwaysFaster() {
        InterferingStore restless = new InterferingStore(store, (commit, under) -> {
            under.commit(InterferingStore.nothing(under.head()));
            return under.commit(commit);
        });
        ControlPlane slow = ControlPlane.open(restless, Quotas.DEFAULT);
        assertEquals(new Contended(ControlPlane.ATTEMPTS_MAX), slow.execute(createVpc(), ORIGIN));
        assertEquals(new Snapshot(store.head(), Holdings.NONE), slow.newest());
    }

    @Test
    void storeFailureChangesNothingThatReadersSee() {
        InterferingStore broken = new InterferingStore(store, (commit, under) -> {
            throw InterferingStore.failure(commit);
        });
        ControlPlane onBroken = ControlPlane.open(broken, Quotas.DEFAULT);
        UnavailableException failure =
                assertThrows(UnavailableException.class, () -> onBroken.execute(createVpc(), ORIGIN));
        assertThat(failure).hasMessage("store failed in request `request-1`: disk is on strike");
        assertEquals(Snapshot.EMPTY, onBroken.newest());
    }

    @Test
    void commitThatTookPlaceThoughItFailedIsFoundOutBeforeTheNext() {
        InterferingStore flaky = new InterferingStore(store, (commit, under) -> {
            under.commit(commit);
            throw InterferingStore.failure(commit);
        });
        ControlPlane onFlaky = ControlPlane.open(flaky, Quotas.DEFAULT);
        assertThrows(UnavailableException.class, () -> onFlaky.execute(createVpc(), ORIGIN));
        assertEquals(new Refused(new Rejection.IdTaken(VPC)), onFlaky.execute(createVpc(), ORIGIN));
        assertEquals(ControlPlane.open(store, Quotas.DEFAULT).newest(), onFlaky.newest());
    }

    @Test
    void manyCallersOfTwoWritersLoseNothing() throws Exception {
        controlPlane.execute(createVpc(), ORIGIN);
        ControlPlane other = ControlPlane.open(store, Quotas.DEFAULT);
        List<Result> results =
                concurrently(200, i -> executeAtLast(i % 2 == 0 ? controlPlane : other, createGroup("sg-" + i)));
        TreeSet<Revision> revisions = results.stream()
                .map(result -> ((Executed) result).revision())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(revisions).hasSize(200).first().isEqualTo(new Revision(2));
        assertEquals(new Revision(201), revisions.last());
        Snapshot reopened = ControlPlane.open(store, Quotas.DEFAULT).newest();
        assertEquals(
                IntStream.range(0, 200).mapToObj(i -> "sg-" + i).sorted().toList(),
                reopened.state()
                        .groups()
                        .map(SecurityGroup::id)
                        .map(SecurityGroupId::value)
                        .toList());
    }

    @Test
    void racingCommandsThatExcludeEachOtherAreNeverBothAccepted() throws Exception {
        controlPlane.execute(createVpc(), ORIGIN);
        ControlPlane other = ControlPlane.open(store, Quotas.DEFAULT);
        List<Result> results =
                concurrently(40, i -> executeAtLast(i % 2 == 0 ? controlPlane : other, createVSwitch("vsw-" + i)));
        assertThat(results).filteredOn(Executed.class::isInstance).hasSize(1);
        assertEquals(new Revision(2), store.head());
    }

    /// Asks again while another writer is faster, as a client does.
    private static Result executeAtLast(ControlPlane writer, Command command) {
        Result result = writer.execute(command, ORIGIN);
        while (result instanceof Contended) {
            result = writer.execute(command, ORIGIN);
        }
        return result;
    }

    private static List<Result> concurrently(int count, IntFunction<Result> call) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Result>> calls = IntStream.range(0, count)
                    .<Callable<Result>>mapToObj(i -> () -> call.apply(i))
                    .toList();
            List<Future<Result>> futures = executor.invokeAll(calls);
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    private List<CommittedChange> history() {
        return switch (store.history(Revision.NONE, History.COUNT_MAX)) {
            case History.Changes(var changes) -> changes;
            case OutOfHistory lost -> throw new AssertionError("history is lost: " + lost);
        };
    }

    static Command createVpc() {
        return new Command.CreateVpc(VPC, CidrBlock.of("10.0.0.0/8"), new Details("main", "", AT));
    }

    private static Command createVSwitch(String id) {
        return new Command.CreateVSwitch(new VSwitchId(id), VPC, CidrBlock.of("10.0.0.0/24"), "zone-b", Details.NONE);
    }

    private static Command createGroup(String id) {
        return new Command.CreateGroup(new SecurityGroupId(id), VPC, GroupType.BASIC, new Details(id, "", AT));
    }
}
