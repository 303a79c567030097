package dev.cordon.cli.node;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.controlplane.publish.Subscription;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The feed of an agent in the same process as the control plane: the view is made when it is asked
/// for, from the newest snapshot and what is kept of the one before.
final class LocalFeed implements HostViewFeed, AutoCloseable {

    private final Publisher publisher;
    private final CopyOnWriteArrayList<Runnable> wakes = new CopyOnWriteArrayList<>();
    private final Subscription subscription;
    private Compiler compiler;
    private Optional<Made> last = Optional.empty();

    /// The view that was made last: an agent that only looks whether there is a newer one asks for
    /// the same again.
    private record Made(Set<EniId> bound, HostView view) {

        boolean isOf(Revision revision, Set<EniId> asked) {
            return view.revision().equals(revision) && bound.equals(asked);
        }
    }

    LocalFeed(Publisher publisher, Profile profile) {
        this.publisher = publisher;
        this.compiler = Compiler.of(profile, PolicyState.EMPTY);
        this.subscription = publisher.subscribe(snapshot -> wakes.forEach(Runnable::run));
    }

    @Override
    public synchronized Optional<HostView> view(Set<EniId> bound) {
        Snapshot newest = publisher.newest();
        if (last.filter(made -> made.isOf(newest.revision(), bound)).isEmpty()) {
            compiler = compiler.at(newest.state());
            last = Optional.of(new Made(bound, compiler.view(newest.revision(), bound)));
        }
        return last.map(Made::view);
    }

    @Override
    public void whenNewer(Runnable wake) {
        wakes.add(wake);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
