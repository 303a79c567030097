package dev.cordon.conformance.netns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.Ping;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.Agent;
import dev.cordon.agent.reconcile.Enforced;
import dev.cordon.agent.reconcile.Reconciler;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.plan.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// *Closed by default*, drift and restart, with real packets between two guests of one group.
@RequiresRoot
final class EnforcementNetnsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final SecurityGroupId GROUP = new SecurityGroupId("sg-5");
    private static final EniId FIRST = new EniId("eni-1");
    private static final EniId SECOND = new EniId("eni-2");

    private final TwoGuests guests = new TwoGuests();
    private final Feed feed = new Feed();
    private final AtomicReference<Enforced> enforced = new AtomicReference<>(Enforced.NOTHING);

    /// A feed whose state the test sets; without one there is no complete view.
    private static final class Feed implements HostViewFeed {

        private volatile Optional<PolicyState> state = Optional.empty();
        private final AtomicLong number = new AtomicLong();
        private volatile Runnable wake = () -> {};

        void publish(PolicyState next) {
            state = Optional.of(next);
            number.incrementAndGet();
            wake.run();
        }

        @Override
        public Optional<HostView> view(Set<EniId> bound) {
            Revision revision = new Revision(number.get());
            return state.map(is -> Compiler.view(Profile.ALIYUN_DEFAULT, is, revision, bound));
        }

        @Override
        public void whenNewer(Runnable callback) {
            wake = callback;
        }
    }

    @BeforeEach
    void bind() {
        guests.alias("tap1", FIRST.value());
        guests.alias("tap2", SECOND.value());
    }

    @AfterEach
    void takeAway() {
        guests.close();
    }

    @Test
    void writesNothingBeforeTheFirstCompleteView() {
        try (Agent _ = start()) {
            assertTrue(pings(LONG));
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
            assertEquals(false, pings(SHORT));
        }
    }

    @Test
    void followsPolicyAndEndsWhatIsNoLongerAllowed() {
        try (Agent _ = start()) {
            feed.publish(state(IntraGroupPolicy.INTERCONNECTED));
            awaitEnforced(1);
            assertTrue(pings(LONG));
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(2);
            assertEquals(false, pings(SHORT));
            feed.publish(state(IntraGroupPolicy.INTERCONNECTED));
            awaitEnforced(3);
            assertTrue(pings(LONG));
        }
    }

    @Test
    void closesABoundLinkWithoutPolicy() {
        guests.alias("tap2", "eni-stranger");
        try (Agent _ = start()) {
            feed.publish(state(IntraGroupPolicy.INTERCONNECTED));
            awaitEnforced(1);
            assertEquals(false, pings(SHORT));
            assertEquals(
                    false,
                    guests.second.call(() -> Ping.echo(IpAddress.of("169.254.1.1"), SHORT)),
                    "not even the host answers");
            guests.alias("tap2", SECOND.value());
            Eventually.holds("the right alias opens the link", () -> pings(SHORT));
        }
    }

    @Test
    void putsBackATableThatSomeoneDeletesAndSaysSo() {
        try (Agent _ = start();
                RecordedLog log = RecordedLog.of(Reconciler.class)) {
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
            assertEquals(false, pings(SHORT));
            Observed before = table();
            long deletedNanos = System.nanoTime();
            nft("delete table inet cordon");
            Eventually.holds("the table is back", () -> nft("list tables").contains("table inet cordon\n"));
            System.out.println("a deleted table was back after "
                    + Duration.ofNanos(System.nanoTime() - deletedNanos).toMillis() + " ms");
            Eventually.holds("it is as before", () -> table().equals(before));
            assertEquals(false, pings(SHORT));
            assertEquals(List.of("someone has changed our tables"), log.warnings("drift: (.*); .*"));
        }
    }

    @Test
    void takesAwayARuleThatSomeoneAddsAndSaysSo() {
        try (Agent _ = start();
                RecordedLog log = RecordedLog.of(Reconciler.class)) {
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
            nft("insert rule inet cordon forward accept");
            Eventually.holds(
                    "the rule is gone",
                    () -> nft("list tables").contains("table inet cordon\n")
                            && !nft("list ruleset").contains("\t\taccept\n"));
            assertEquals(false, pings(SHORT));
            assertEquals(List.of("someone has changed our tables"), log.warnings("drift: (.*); .*"));
        }
    }

    @Test
    void aChangeOfAnotherTableIsNoDrift() {
        try (Agent _ = start();
                RecordedLog log = RecordedLog.of(Reconciler.class)) {
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
            nft("add table inet foreign");
            feed.publish(state(IntraGroupPolicy.INTERCONNECTED));
            awaitEnforced(2);
            assertEquals(List.of(), log.warnings("(.*)"));
        }
    }

    @Test
    void leavesEverythingInPlaceWhenTheAgentEnds() {
        try (Agent _ = start()) {
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
        }
        Observed before = table();
        assertEquals(false, pings(SHORT));
        enforced.set(Enforced.NOTHING);
        try (Agent _ = start()) {
            awaitEnforced(1);
            assertEquals(before, table());
        }
    }

    private Observed table() {
        return Observed.read(nft("list table inet cordon"));
    }

    @Test
    void neverTouchesTablesOfOthers() {
        String foreign = "table inet foreign {\n\tchain judge {\n\t\tct state established accept\n\t}\n}\n";
        nft(foreign);
        try (Agent _ = start()) {
            feed.publish(state(IntraGroupPolicy.ISOLATED));
            awaitEnforced(1);
        }
        assertEquals(foreign.strip(), nft("list table inet foreign").strip());
    }

    private Agent start() {
        return Agent.start(guests.host, feed, enforced::set, failure -> {
            throw failure;
        });
    }

    private void awaitEnforced(long number) {
        Eventually.holds(
                "revision " + number + " is enforced",
                () -> enforced.get().revision().number() >= number);
    }

    private boolean pings(Duration patience) {
        return guests.first.call(() -> Ping.echo(IpAddress.of(TwoGuests.SECOND), patience));
    }

    private String nft(String commands) {
        return guests.host.call(() -> {
            try (NftContext nft = NftContext.open()) {
                return nft.run(commands);
            }
        });
    }

    private static PolicyState state(IntraGroupPolicy policy) {
        SecurityGroup group = new SecurityGroup(
                GROUP, new VpcId("vpc-3"), GroupType.BASIC, policy, Management.CUSTOMER, Details.NONE);
        return PolicyState.EMPTY.apply(Stream.<Entity>of(
                        group,
                        eni(FIRST, TwoGuests.FIRST, TwoGuests.FIRST_MAC),
                        eni(SECOND, TwoGuests.SECOND, TwoGuests.SECOND_MAC))
                .<Change>map(Change.Put::new)
                .toList());
    }

    private static Eni eni(EniId id, String address, MacAddress mac) {
        return new Eni(
                id,
                new VpcId("vpc-3"),
                new VSwitchId("vsw-4"),
                new Attachment.Detached(),
                EniAddresses.of(IpAddress.of(address)),
                List.of(GROUP),
                EniSettings.of(mac),
                Details.NONE);
    }
}
