package dev.cordon.conformance.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.cli.CliException;
import dev.cordon.cli.client.CordonClient;
import dev.cordon.cli.client.CordonClient.Product;
import dev.cordon.model.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One client that writes at random, and keeps what it was answered.
///
/// One write at most is in doubt when the node is killed: the one whose answer did not come.
final class RandomClient {

    /// What others may have been faster with.
    private static final Set<String> REFUSALS = Set.of(
            "AuthorizedGroupRule.LimitExceed",
            "DependencyViolation",
            "InstanceLastSecurityGroup",
            "InstanceNotInSecurityGroup",
            "InstanceSecurityGroupLimitExceeded",
            "InvalidEniId.NotFound",
            "InvalidInstanceId.AlreadyExists",
            "InvalidSecurityGroupId.NotFound",
            "InvalidParam.SecurityGroupRuleId",
            "InvalidSourceGroupId.NotFound");

    private final CordonClient client;
    private final Known known;
    private final Chance chance;
    private final RandomCalls calls;
    private final List<Answered> answered = new ArrayList<>();
    private final SortedMap<String, Integer> refusals = new TreeMap<>();
    private Optional<Call> inDoubt = Optional.empty();
    private Duration longestWait = Duration.ZERO;

    RandomClient(CordonClient client, Known known, Chance chance, String prefix) {
        this.client = client;
        this.known = known;
        this.chance = chance;
        this.calls = new RandomCalls(client, known, chance, prefix);
    }

    List<Answered> answered() {
        return answered;
    }

    /// Returns how often each code was answered.
    SortedMap<String, Integer> refusals() {
        return refusals;
    }

    /// Returns how long the slowest answer took to come.
    Duration longestWait() {
        return longestWait;
    }

    /// Sends one call, some of those with a token twice.
    ///
    /// @throws CliException if nobody answers
    void step() {
        Call call = calls.next();
        inDoubt = Optional.of(call);
        long startNanos = System.nanoTime();
        Optional<Answered> first = send(client, call);
        longestWait = Collections.max(List.of(longestWait, Duration.ofNanos(System.nanoTime() - startNanos)));
        first.ifPresent(this::keep);
        if (first.isPresent() && call.hasToken() && chance.oneIn(4)) {
            assertEquals(first.map(Answered::made), send(client, call).map(Answered::made), "one token, one effect");
        }
        inDoubt = Optional.empty();
    }

    /// Sends again what was not answered, if its token makes that safe.
    void settle(CordonClient restarted) {
        inDoubt.filter(Call::hasToken).ifPresent(call -> send(restarted, call));
    }

    private Optional<Answered> send(CordonClient to, Call call) {
        try {
            JsonNode answer = to.call(Product.ECS, call.act().action(), call.parameters());
            return Optional.of(new Answered(call, answer.path("RequestId").asString(), made(call.act(), answer)));
        } catch (CliException failed) {
            String code = failed.getMessage().replaceAll(":.*", "");
            if (!REFUSALS.contains(code)) {
                throw failed;
            }
            refusals.merge(code, 1, Integer::sum);
            return Optional.empty();
        }
    }

    private static String made(Act act, JsonNode answer) {
        return switch (act) {
            case CREATE_GROUP -> answer.path("SecurityGroupId").asString();
            case CREATE_ENI -> answer.path("NetworkInterfaceId").asString();
            case DELETE_GROUP, AUTHORIZE, REVOKE, DELETE_ENI, JOIN, LEAVE -> "";
        };
    }

    private void keep(Answered write) {
        answered.add(write);
        switch (write.call().act()) {
            case CREATE_GROUP -> known.groups().add(write.made());
            case CREATE_ENI -> known.enis().add(write.made());
            case DELETE_GROUP -> known.groups().remove(write.call().parameters().get("SecurityGroupId"));
            case DELETE_ENI -> known.enis().remove(write.call().parameters().get("NetworkInterfaceId"));
            case AUTHORIZE, REVOKE, JOIN, LEAVE -> {}
        }
    }
}
