package dev.cordon.controlplane.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.NetworkRejection.VpcNotFound;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Holdings;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an account makes is its own: it sees nothing else, and nobody else sees it.
class OwnersTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final AccountId OTHER = new AccountId("1000000000000002");
    private static final Quotas ONE_GROUP = new Quotas(
            Quotas.GROUPS_PER_ENI_MAX,
            Quotas.RULE_WEIGHT_PER_ENI_MAX,
            Quotas.GROUP_REFERENCES_PER_GROUP_MAX,
            Quotas.ADDRESSES_PER_BASIC_GROUP_MAX,
            Quotas.ENIS_PER_ADVANCED_GROUP_MAX,
            1);
    private static final Details DETAILS = new Details("", "", AT);

    private final MemoryStore store = new MemoryStore(HistoryLimit.DEFAULT);
    private ControlPlane controlPlane = ControlPlane.open(store, ONE_GROUP);

    @AfterEach
    void close() {
        store.close();
    }

    private Result execute(AccountId account, Command command) {
        return controlPlane.execute(command, new Origin(AT, new Caller(account, "key", "local"), "request", "Action"));
    }

    private static Command vpc(String id) {
        return new Command.CreateVpc(new VpcId(id), CidrBlock.of("10.0.0.0/8"), DETAILS);
    }

    private static Command group(String id, String vpc) {
        return new Command.CreateGroup(new SecurityGroupId(id), new VpcId(vpc), GroupType.BASIC, DETAILS);
    }

    private List<String> seenBy(AccountId account) {
        return controlPlane
                .newest()
                .of(account)
                .objects()
                .map(it -> it.id().value())
                .toList();
    }

    @Test
    void everyAccountSeesItsOwnAlone() {
        execute(AccountId.ROOT, vpc("vpc-1"));
        execute(OTHER, vpc("vpc-2"));
        assertEquals(new Refused(new VpcNotFound(new VpcId("vpc-1"))), execute(OTHER, group("sg-1", "vpc-1")));
        assertEquals(
                new Refused(new VpcNotFound(new VpcId("vpc-1"))),
                execute(OTHER, new Command.DeleteVpc(new VpcId("vpc-1"))));
        execute(OTHER, group("sg-2", "vpc-2"));
        assertEquals(List.of("vpc-1"), seenBy(AccountId.ROOT));
        assertEquals(List.of("vpc-2", "sg-2"), seenBy(OTHER));
        execute(OTHER, new Command.DeleteGroup(new SecurityGroupId("sg-2")));
        assertEquals(List.of("vpc-2"), seenBy(OTHER));
        assertEquals(2, controlPlane.newest().state().vpcs().count());
    }

    @Test
    void ownersAreKnownAfterARestart() {
        execute(AccountId.ROOT, vpc("vpc-1"));
        execute(OTHER, vpc("vpc-2"));
        Holdings before = controlPlane.newest().holdings();
        controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
        assertEquals(before, controlPlane.newest().holdings());
        assertEquals(List.of("vpc-1"), seenBy(AccountId.ROOT));
        assertEquals(List.of("vpc-2"), seenBy(OTHER));
    }

    @Test
    void quotaOfGroupsIsOfOneAccount() {
        execute(AccountId.ROOT, vpc("vpc-1"));
        execute(OTHER, vpc("vpc-2"));
        execute(AccountId.ROOT, group("sg-1", "vpc-1"));
        assertEquals(
                new Executed(new Revision(4), new Answer.GroupCreated(new SecurityGroupId("sg-2"))),
                execute(OTHER, group("sg-2", "vpc-2")));
        assertEquals(Refused.class, execute(OTHER, group("sg-3", "vpc-2")).getClass());
    }

    @Test
    void partOfAnOnlyOwnerTakesNoRoomOfItsOwn() {
        execute(OTHER, vpc("vpc-1"));
        execute(OTHER, group("sg-1", "vpc-1"));
        assertSame(controlPlane.newest().state(), controlPlane.newest().of(OTHER));
        assertEquals(PolicyState.EMPTY, controlPlane.newest().of(AccountId.ROOT));
    }
}
