package dev.cordon.controlplane.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Mismatched;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.execute.Result.Repeated;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Revision;
import dev.cordon.store.HistoryLimit;
import dev.cordon.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A command with a client token takes effect once, also across a restart.
class OnceTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
    private static final AccountId OTHER = new AccountId("1000000000000002");

    private final MemoryStore store = new MemoryStore(HistoryLimit.DEFAULT);
    private ControlPlane controlPlane = ControlPlane.open(store, Quotas.DEFAULT);

    @AfterEach
    void close() {
        store.close();
    }

    private Result make(String vpc, String token, String fingerprint, AccountId account, Instant at) {
        Command command = new Command.CreateVpc(new VpcId(vpc), CidrBlock.of("10.0.0.0/8"), new Details(vpc, "", AT));
        Origin origin = new Origin(at, new Caller(account, "key", "local"), "request", "CreateVpc");
        return controlPlane.execute(command, origin, new Once(token, fingerprint, Answer::toString));
    }

    private Result make(String vpc, String token, String fingerprint) {
        return make(vpc, token, fingerprint, AccountId.ROOT, AT);
    }

    private static Result made(int revision, String vpc) {
        return new Executed(new Revision(revision), new Answer.VpcCreated(new VpcId(vpc)));
    }

    private static Result repeated(String vpc) {
        return new Repeated(new Answer.VpcCreated(new VpcId(vpc)).toString());
    }

    @Test
    void sameTokenTakesEffectOnceAndIsAnsweredTheSame() {
        assertEquals(made(1, "vpc-1"), make("vpc-1", "token", "asked"));
        assertEquals(repeated("vpc-1"), make("vpc-2", "token", "asked"));
        assertEquals(new Mismatched(), make("vpc-3", "token", "asked otherwise"));
        assertEquals(made(2, "vpc-4"), make("vpc-4", "another-token", "asked"));
        assertEquals(made(3, "vpc-5"), make("vpc-5", "token", "asked", OTHER, AT));
    }

    @Test
    void tokenIsRememberedAcrossARestart() {
        make("vpc-1", "token", "asked");
        controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
        assertEquals(repeated("vpc-1"), make("vpc-2", "token", "asked"));
    }

    @Test
    void tokenOfAnotherWriterIsKnownOnceItsChangesAre() {
        ControlPlane slow = controlPlane;
        controlPlane = ControlPlane.open(store, Quotas.DEFAULT);
        make("vpc-1", "token", "asked");
        controlPlane = slow;
        assertEquals(repeated("vpc-1"), make("vpc-2", "token", "asked"));
        assertEquals(new Revision(1), store.head());
    }

    @Test
    void refusedCommandLeavesItsTokenUnused() {
        make("vpc-1", "token-1", "asked");
        assertEquals(Refused.class, make("vpc-1", "token-2", "asked").getClass());
        assertEquals(made(2, "vpc-2"), make("vpc-2", "token-2", "asked"));
    }

    @Test
    void tokenIsForgottenWhenItIsOldAndGoesFromTheStore() {
        make("vpc-1", "token", "asked");
        Instant late = AT.plus(Tokens.KEPT_MAX);
        assertEquals(repeated("vpc-1"), make("vpc-2", "token", "asked", AccountId.ROOT, late));
        assertEquals(made(2, "vpc-2"), make("vpc-2", "token", "asked", AccountId.ROOT, late.plusSeconds(1)));
        make("vpc-3", "token-2", "asked", AccountId.ROOT, late.plus(Duration.ofDays(2)));
        long tokens = store.readHead().entries().keySet().stream()
                .filter(Records::isRecord)
                .count();
        assertEquals(1, tokens);
    }

    @Test
    void oldestGoesWhenAnAccountHasTooMany() {
        Tokens tokens = new Tokens();
        for (int i = 0; i < Tokens.COUNT_MAX; i++) {
            tokens.put(
                    Tokens.key(AccountId.ROOT, "token-" + i),
                    new dev.cordon.wire.record.RememberedCall(AT.plusMillis(i), "asked", "{}"));
        }
        var added = Tokens.key(AccountId.ROOT, "one-more");
        assertEquals(
                "[" + Tokens.key(AccountId.ROOT, "token-0") + "]",
                tokens.outdated(added, AT).toString());
        assertEquals("[]", tokens.outdated(Tokens.key(OTHER, "one-more"), AT).toString());
    }
}
