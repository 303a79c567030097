package dev.cordon.spec;

import dev.cordon.model.net.Packet;
import dev.cordon.model.net.Tuple;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.TcpPickup;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Stage;
import dev.cordon.model.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of packets over time: an accept in one direction implies the replies.
///
/// Each ENI has a table of its own, so a reply that comes in at another ENI, even of the same
/// instance, is a new flow there. Time is an input and never goes back.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules Security groups
///     are stateful
/// @spec https://help.aliyun.com/zh/ecs/user-guide/connection-timeout-management Connection timeout
///     management
public final class Sessions {

    private final Profile profile;
    private final List<Session> live = new ArrayList<>();
    private PolicyState state;

    public Sessions(Profile profile, PolicyState state) {
        this.profile = profile;
        this.state = state;
    }

    /// Decides a packet without letting it through: nothing begins, and nothing is kept alive.
    public Verdict decide(Instant now, EniId eni, Direction direction, Packet packet) {
        if (find(now, eni, direction, packet.tuple()).isPresent()) {
            return Verdict.ofSession();
        }
        if (isRelated(now, eni, direction, packet)) {
            return Verdict.ofRelatedError();
        }
        Verdict verdict = new Spec(profile, state).decide(eni, direction, packet.flow());
        return isRefusedPickup(packet, verdict) ? Verdict.byDefault(Action.DROP, direction) : verdict;
    }

    /// Decides a packet and remembers what it began or kept alive. A packet that is dropped leaves
    /// nothing behind, so the other direction gains nothing from it.
    public Verdict receive(Instant now, EniId eni, Direction direction, Packet packet) {
        live.removeIf(session -> isExpired(now, session));
        Verdict verdict = decide(now, eni, direction, packet);
        Optional<Session> known = find(now, eni, direction, packet.tuple());
        if (known.isPresent()) {
            live.remove(known.get());
            live.add(known.get().seen(now, direction, packet));
        } else if (verdict.action() == Action.ACCEPT && verdict.stage() != Stage.RELATED) {
            live.add(Session.begun(now, eni, direction, packet));
        }
        return verdict;
    }

    /// Judges all sessions again, by the tuple and direction of the first packet: those whose
    /// behaviour is the same before and after stay. The sources promise no more than that; one
    /// profile keeps them all until they end by themselves. The sessions of an ENI go with it, and
    /// do not come back with another one of that name.
    public void change(PolicyState next) {
        state = next;
        live.removeIf(session -> next.eni(session.eni()).isEmpty());
        if (profile.change() == ChangePolicy.REVALIDATE) {
            Spec spec = new Spec(profile, next);
            live.removeIf(session -> spec.decide(session.eni(), session.direction(), session.flow())
                            .action()
                    == Action.DROP);
        }
    }

    /// An ICMP error passes if the packet that it is about, which went the other way, belongs to a
    /// live session. The sources promise this for path MTU errors only, and for them always.
    private boolean isRelated(Instant now, EniId eni, Direction direction, Packet packet) {
        return packet.quoted()
                .flatMap(quoted -> find(now, eni, direction.opposite(), quoted))
                .isPresent();
    }

    /// The sources do not say whether a segment from the middle of a connection may begin a
    /// session. By default it is judged as a new flow.
    private boolean isRefusedPickup(Packet packet, Verdict verdict) {
        return profile.pickup() == TcpPickup.STRICT
                && packet.isMidStream()
                && verdict.action() == Action.ACCEPT
                && verdict.stage() != Stage.PLATFORM_ALLOW;
    }

    private Optional<Session> find(Instant now, EniId eni, Direction direction, Tuple tuple) {
        return live.stream()
                .filter(session -> session.covers(eni, direction, tuple))
                .filter(session -> !isExpired(now, session))
                .findFirst();
    }

    private boolean isExpired(Instant now, Session session) {
        return state.eni(session.eni())
                .map(eni -> session.isExpired(now, eni.settings().tracking()))
                .orElse(true);
    }
}
