package dev.cordon.agent.kernel;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Waits for something to look at: a change of a link, a change of a ruleset, or a call to [#wake].
///
/// Only says that something may have changed, never what: the waiter reads what is.
public final class KernelWatch implements AutoCloseable {

    public enum Event {
        LINKS,
        RULESET,
        WOKEN
    }

    private final NetlinkSocket links = NetlinkSocket.open(NetlinkSocket.ROUTE);
    private final NetlinkSocket rulesets = NetlinkSocket.open(NetlinkSocket.NETFILTER);
    private final Waker waker = new Waker();

    private KernelWatch() {}

    /// Opens a watch of the network namespace of the calling thread.
    public static KernelWatch open() {
        KernelWatch watch = new KernelWatch();
        watch.links.join(Links.GROUP);
        watch.rulesets.join(RulesetGeneration.GROUP);
        return watch;
    }

    /// Waits until something has happened since the last call. Lost messages count as a change.
    ///
    /// @return nothing if time has run out
    public Set<Event> await(Duration timeout) {
        int ready = Libc.pollReadable(timeout, links.descriptor(), rulesets.descriptor(), waker.number());
        Set<Event> events = EnumSet.noneOf(Event.class);
        if ((ready & 1) != 0) {
            links.drain();
            events.add(Event.LINKS);
        }
        if ((ready & 2) != 0) {
            rulesets.drain();
            events.add(Event.RULESET);
        }
        if ((ready & 4) != 0) {
            waker.clear();
            events.add(Event.WOKEN);
        }
        return events;
    }

    /// Ends the current or the next wait. May be called from any thread; once the watch is closed
    /// it does nothing.
    public void wake() {
        waker.wake();
    }

    @Override
    public void close() {
        links.close();
        rulesets.close();
        waker.close();
    }
}
