package dev.cordon.cli.node;

import dev.cordon.agent.reconcile.Enforced;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.Binding;
import dev.cordon.wire.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the local agent has reported last, for those who wait for it.
public final class EnforcedRevision {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Enforced newest = Enforced.NOTHING;

    void report(Enforced enforced) {
        lock.lock();
        try {
            newest = enforced;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns what `/v1/hosts` tells: one host, as long as there is one.
    ObjectNode asJson() {
        Enforced last = newest();
        ObjectNode root = Json.object();
        ObjectNode host = root.putArray("hosts").addObject().put("host", "local");
        host.put("revision", last.revision().number());
        ArrayNode links = host.putArray("links");
        for (Binding binding : last.bindings()) {
            links.addObject()
                    .put("link", binding.link())
                    .put("eni", binding.eni().value())
                    .put("kind", binding.kind().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode refused = host.putArray("refused");
        last.refused().stream().map(EniId::value).sorted().forEach(refused::add);
        return root;
    }

    public Enforced newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until what is enforced is as wanted.
    ///
    /// @return whether it became so in time
    public boolean await(Predicate<Enforced> wanted, Duration patience) throws InterruptedException {
        long leftNanos = TimeUnit.NANOSECONDS.convert(patience);
        lock.lockInterruptibly();
        try {
            while (!wanted.test(newest) && leftNanos > 0) {
                leftNanos = moved.awaitNanos(leftNanos);
            }
            return wanted.test(newest);
        } finally {
            lock.unlock();
        }
    }
}
