package dev.cordon.cli.node;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.controlplane.publish.Subscription;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The feed of an agent in the same process as the control plane: the view is made when it is asked
/// for, from the newest snapshot.
final class LocalFeed implements HostViewFeed, AutoCloseable {

    private final Publisher publisher;
    private final Profile profile;
    private final CopyOnWriteArrayList<Runnable> wakes = new CopyOnWriteArrayList<>();
    private final Subscription subscription;

    LocalFeed(Publisher publisher, Profile profile) {
        this.publisher = publisher;
        this.profile = profile;
        this.subscription = publisher.subscribe(snapshot -> wakes.forEach(Runnable::run));
    }

    @Override
    public Optional<HostView> view(Set<EniId> bound) {
        Snapshot newest = publisher.newest();
        return Optional.of(Compiler.view(profile, newest.state(), newest.revision(), bound));
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
