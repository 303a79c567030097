package dev.cordon.engine.session;

import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Tuple;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sessions of one ENI.
///
/// A packet costs a look-up, whatever the number of sessions; expiry costs what expires. The table
/// is bounded: a packet whose session finds no room is dropped, and the answer says so. Times never
/// go back. Not for several threads at once.
public final class SessionTable {

    /// @param countMax sessions that there may be at one time
    public record Settings(TcpPickup pickup, int countMax) {

        /// So that one ENI cannot take more than some 20 MB. Our own figure.
        public static final int COUNT_MAX = 65_536;

        public static Settings of(TcpPickup pickup) {
            return new Settings(pickup, COUNT_MAX);
        }
    }

    private final EniId eni;
    private final Settings settings;
    private final Map<SessionKey, Session> byKey = new HashMap<>();
    private final EnumMap<Pace, IdleQueue> queues = new EnumMap<>(Pace.class);
    private TrackingTimeouts timeouts;
    private int count;

    public SessionTable(EniId eni, TrackingTimeouts timeouts, Settings settings) {
        this.eni = eni;
        this.timeouts = timeouts;
        this.settings = settings;
        for (Pace pace : Pace.values()) {
            queues.put(pace, new IdleQueue());
        }
    }

    /// Returns how many sessions are kept, counting those that will be found expired.
    public int count() {
        return count;
    }

    /// Decides a packet without letting it through: nothing begins, and nothing is kept alive.
    public Verdict decide(Instant now, Direction direction, Packet packet, Policy policy) {
        if (find(now, direction, packet.tuple()).isPresent()) {
            return Verdict.ofSession();
        }
        boolean related = packet.quoted()
                .flatMap(quoted -> find(now, direction.opposite(), quoted))
                .isPresent();
        return related ? Verdict.ofRelatedError() : decideNew(direction, packet, policy);
    }

    /// Decides a packet, and remembers what it began or kept alive.
    public Passage receive(Instant now, Direction direction, Packet packet, Policy policy) {
        expire(now);
        Optional<Session> known = find(now, direction, packet.tuple());
        if (known.isPresent()) {
            touch(known.get(), now, direction, packet);
            return new Passage.Decided(Verdict.ofSession());
        }
        Verdict verdict = decide(now, direction, packet, policy);
        if (verdict.action() == Action.DROP || verdict.stage() == Stage.RELATED) {
            return new Passage.Decided(verdict);
        }
        if (count >= settings.countMax()) {
            return new Passage.TableFull(eni, settings.countMax());
        }
        begin(now, direction, packet);
        return new Passage.Decided(verdict);
    }

    /// Ends the sessions that a policy would not let begin any more, judged by the first packet of
    /// each.
    ///
    /// @return how many
    public int judgeAgain(Policy policy) {
        List<Session> ended = byKey.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().original()))
                .map(Map.Entry::getValue)
                .filter(session -> policy.decide(eni, session.direction(), session.firstFlow())
                                .action()
                        == Action.DROP)
                .toList();
        ended.forEach(this::end);
        return ended.size();
    }

    /// Sets how long sessions live, those that are there already included.
    public void set(TrackingTimeouts changed) {
        timeouts = changed;
    }

    private Verdict decideNew(Direction direction, Packet packet, Policy policy) {
        Verdict verdict = policy.decide(eni, direction, packet.flow());
        boolean refused = settings.pickup() == TcpPickup.STRICT
                && packet.isMidStream()
                && verdict.action() == Action.ACCEPT
                && verdict.stage() != Stage.PLATFORM_ALLOW;
        return refused ? Verdict.byDefault(Action.DROP, direction) : verdict;
    }

    private Optional<Session> find(Instant now, Direction direction, Tuple tuple) {
        return Optional.ofNullable(byKey.get(new SessionKey(direction, tuple)))
                .filter(session ->
                        !IdleQueue.isExpired(session, now, session.pace().idleMax(timeouts)));
    }

    private void begin(Instant now, Direction direction, Packet packet) {
        Session session = new Session(new SessionKey(direction, packet.tuple()), packet.flow(), now);
        session.see(direction, packet);
        byKey.put(session.original(), session);
        session.reply().ifPresent(reply -> byKey.put(reply, session));
        queueOf(session).add(session);
        count++;
    }

    private void touch(Session session, Instant now, Direction direction, Packet packet) {
        leaveQueue(session);
        session.see(direction, packet);
        session.lastSeen = now;
        queueOf(session).add(session);
    }

    private void end(Session session) {
        leaveQueue(session);
        byKey.remove(session.original());
        session.reply().ifPresent(byKey::remove);
        count--;
    }

    /// Ends the sessions that have been idle for too long.
    void expire(Instant now) {
        queues.forEach((pace, queue) -> {
            Optional<Session> expired = queue.expired(now, pace.idleMax(timeouts));
            while (expired.isPresent()) {
                end(expired.get());
                expired = queue.expired(now, pace.idleMax(timeouts));
            }
        });
    }

    private IdleQueue queueOf(Session session) {
        return queues.getOrDefault(session.pace(), new IdleQueue());
    }

    private static void leaveQueue(Session session) {
        if (session.queue != null) {
            session.queue.remove(session);
        }
    }
}
