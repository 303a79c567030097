package dev.cordon.engine.session;

import dev.cordon.model.net.Packet;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.verdict.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The session tables of ENIs, one each, and what a change of the policy does to them.
public final class SessionTables {

    private final Profile profile;
    private final SessionTable.Settings settings;
    private final Map<EniId, SessionTable> tables = new HashMap<>();
    private Policy policy;
    private Instant latest = Instant.MIN;

    /// @param countMax sessions that one ENI may have at one time
    public SessionTables(Profile profile, int countMax, Policy policy) {
        this.profile = profile;
        this.settings = new SessionTable.Settings(profile.pickup(), countMax);
        this.policy = policy;
    }

    /// Decides a packet without letting it through.
    public Verdict decide(Instant now, EniId eni, Direction direction, Packet packet) {
        return table(eni)
                .map(table -> table.decide(now, direction, packet, policy))
                .orElseGet(() -> Verdict.noGroup(eni));
    }

    /// Decides a packet, and remembers what it began or kept alive. An unknown ENI is closed.
    public Passage receive(Instant now, EniId eni, Direction direction, Packet packet) {
        latest = now;
        return table(eni)
                .map(table -> table.receive(now, direction, packet, policy))
                .orElseGet(() -> new Passage.Decided(Verdict.noGroup(eni)));
    }

    /// Puts another policy in force. Work is done for the affected ENIs alone.
    ///
    /// @param affected the ENIs for which the two policies may differ, as [Affected] finds them
    public void change(Policy next, Collection<EniId> affected) {
        policy = next;
        affected.forEach(this::change);
    }

    private void change(EniId eni) {
        SessionTable table = tables.get(eni);
        if (table == null) {
            return;
        }
        Optional<TrackingTimeouts> timeouts = policy.timeouts(eni);
        if (timeouts.isEmpty()) {
            tables.remove(eni);
            return;
        }
        // what had expired under the old timeouts does not come back under longer ones
        table.expire(latest);
        table.set(timeouts.get());
        if (profile.change() == ChangePolicy.REVALIDATE) {
            table.judgeAgain(policy);
        }
    }

    private Optional<SessionTable> table(EniId eni) {
        return Optional.ofNullable(tables.get(eni))
                .or(() -> policy.timeouts(eni)
                        .map(timeouts -> tables.computeIfAbsent(eni, id -> new SessionTable(id, timeouts, settings))));
    }
}
