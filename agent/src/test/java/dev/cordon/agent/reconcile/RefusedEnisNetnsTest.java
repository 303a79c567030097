package dev.cordon.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.NftException;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.plan.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An ENI whose policy the kernel refuses again and again is closed, and no other one suffers.
@RequiresRoot
class RefusedEnisNetnsTest {

    private static final String UNBEARABLE = "sg-unbearable";

    private final NetworkNamespace namespace = NetworkNamespace.create();
    private HostView newest = view(1, "sg-1", "sg-2");
    private Enforced reported = Enforced.NOTHING;

    /// The kernel, but for transactions that name one group.
    private static final class Picky extends ForwardingKernel {

        Picky(Kernel kernel) {
            super(kernel);
        }

        @Override
        public void apply(Transaction transaction) {
            if (transaction.text().contains(UNBEARABLE)) {
                throw new NftException("`" + UNBEARABLE + "` is too much");
            }
            super.apply(transaction);
        }
    }

    private final class Feed implements HostViewFeed {

        @Override
        public Optional<HostView> view(Set<EniId> bound) {
            return Optional.of(newest);
        }

        @Override
        public void whenNewer(Runnable callback) {}
    }

    @BeforeEach
    void begin() {
        inNamespace(() -> {
            for (int number = 1; number <= 2; number++) {
                run("ip tuntap add tap" + number + " mode tap");
                run("ip link set tap" + number + " alias eni-" + number);
            }
            return true;
        });
    }

    @AfterEach
    void end() {
        namespace.close();
    }

    private static void run(String command) throws Exception {
        assertThat(new ProcessBuilder(command.split(" ")).start().waitFor())
                .as(command)
                .isZero();
    }

    private <T> T inNamespace(Callable<T> action) {
        return namespace.call(action::call);
    }

    private static HostView view(long revision, String groupOfOne, String groupOfTwo) {
        SortedTable<EniId, EniPolicy> enis = SortedTable.empty();
        EniPolicy one = policy(1, groupOfOne);
        EniPolicy two = policy(2, groupOfTwo);
        return new HostView(new Revision(revision), enis.with(one.eni(), one).with(two.eni(), two));
    }

    private static EniPolicy policy(int number, String group) {
        AddressSet from = AddressSet.union(List.of(CidrBlock.of("10.0.0.0/8")));
        Clause clause = new Clause(List.of(new PeerIn(from)), Verdict.sharedGroup(new SecurityGroupId(group)));
        return new EniPolicy(
                new EniId("eni-" + number),
                new MacAddress(1),
                AddressSet.union(List.of(CidrBlock.of("10.0.0." + number + "/32"))),
                TrackingTimeouts.DEFAULT,
                new Clauses(Direction.INGRESS, List.of(clause), Verdict.byDefault(Action.DROP, Direction.INGRESS)),
                new Clauses(Direction.EGRESS, List.of(), Verdict.byDefault(Action.ACCEPT, Direction.EGRESS)));
    }

    private interface Look {
        void at(Reconciler reconciler, NftContext nft);
    }

    private void reconcile(Look look) {
        inNamespace(() -> {
            try (LinuxKernel kernel = LinuxKernel.open();
                    NftContext nft = NftContext.open()) {
                look.at(
                        new Reconciler(
                                new Picky(kernel),
                                new Feed(),
                                enforced -> reported = enforced,
                                EnforcementMeter.NONE,
                                EnforcementSettings.DEFAULT),
                        nft);
            }
            return true;
        });
    }

    private static void failUntilSought(Reconciler reconciler) {
        for (int i = 0; i < Programming.REFUSALS_MAX; i++) {
            assertThatThrownBy(reconciler::step).isInstanceOf(NftException.class);
        }
    }

    private static String set(NftContext nft, String name) {
        return nft.run("list set inet cordon " + name);
    }

    private static String map(NftContext nft, String name) {
        return nft.run("list map inet cordon " + name);
    }

    @Test
    void theEniToBlameIsClosedAndTheOtherOneHasItsNewPolicy() {
        reconcile((reconciler, nft) -> {
            reconciler.step();
            newest = view(2, UNBEARABLE, "sg-3");
            failUntilSought(reconciler);
            assertThat(set(nft, "closed_links")).doesNotContain("tap");
            reconciler.step();
            assertThat(set(nft, "closed_links")).contains("\"tap1\"").doesNotContain("\"tap2\"");
            assertThat(map(nft, "forward_out_by_link")).contains("\"tap2\"").doesNotContain("\"tap1\"");
            assertThat(nft.run("list table inet cordon")).contains("sg-3").doesNotContain("sg-2");
            assertThat(reported.refused()).containsExactly(new EniId("eni-1"));
            assertThat(reported.revision()).isEqualTo(new Revision(2));
        });
    }

    @Test
    void anotherPolicyOpensItAgain() {
        reconcile((reconciler, nft) -> {
            newest = view(2, UNBEARABLE, "sg-3");
            failUntilSought(reconciler);
            reconciler.step();
            assertThat(reconciler.step()).isFalse();
            newest = view(3, "sg-4", "sg-3");
            reconciler.step();
            assertThat(set(nft, "closed_links")).doesNotContain("tap");
            assertThat(reported.refused()).isEmpty();
        });
    }

    @Test
    void theSamePolicyIsTriedAgainAfterAWhile() {
        reconcile((reconciler, nft) -> {
            newest = view(2, UNBEARABLE, "sg-3");
            failUntilSought(reconciler);
            for (int i = 0; i <= RefusedEnis.RETRY_PASSES_MAX; i++) {
                reconciler.step();
            }
            assertThatThrownBy(reconciler::step).isInstanceOf(NftException.class);
        });
    }
}
