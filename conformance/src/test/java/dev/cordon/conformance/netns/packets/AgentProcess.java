package dev.cordon.conformance.netns.packets;

import dev.cordon.agent.feed.HostViewFeed;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.reconcile.EnforcementMeter;
import dev.cordon.agent.reconcile.LinuxKernel;
import dev.cordon.agent.reconcile.Reconciler;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An agent as a process of its own, to be killed: it does one pass after another, each of which
/// changes the kernel, and is at any moment in the middle of one.
final class AgentProcess implements AutoCloseable {

    private static final int READY = '.';

    private final Process process;

    private AgentProcess(Process process) {
        this.process = process;
    }

    /// Starts the process, which then waits for its [#go].
    static AgentProcess start(NetworkNamespace namespace) {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AgentProcess.class.getName());
        return new AgentProcess(namespace.call(() -> new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()));
    }

    /// Has the process begin, once it is ready, and returns when it has done a pass or more.
    void go(int passCount) {
        try {
            expect();
            process.getOutputStream().write(1);
            process.getOutputStream().flush();
            for (int i = 0; i < passCount; i++) {
                expect();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void expect() throws IOException {
        if (process.getInputStream().read() != READY) {
            throw new IllegalStateException("the agent process has ended");
        }
    }

    /// Ends it with the signal that no process can catch.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Alternating feed = new Alternating();
        prepare(feed);
        tell();
        if (System.in.read() < 0) {
            return;
        }
        try (LinuxKernel kernel = LinuxKernel.open()) {
            Reconciler reconciler = new Reconciler(kernel, feed, report -> tell(), EnforcementMeter.NONE, List.of());
            while (true) {
                reconciler.step();
            }
        }
    }

    /// Loads what a pass needs, so that the first one is quick.
    private static void prepare(Alternating feed) {
        HostView view = feed.view(Set.of(SmallCloud.eni(0))).orElseThrow();
        Binding binding = new Binding("tap0", SmallCloud.eni(0), LinkKind.GUEST);
        Plan.between(new Observed.Absent(), Lower.lower(view, List.of(binding)));
    }

    private static void tell() {
        System.out.write(READY);
        System.out.flush();
    }

    /// A feed of which every look has another view.
    private static final class Alternating implements HostViewFeed {
        private int looks = (int) ProcessHandle.current().pid();

        @Override
        public Optional<HostView> view(Set<EniId> bound) {
            looks++;
            return Optional.of(
                    Compiler.view(Profile.ALIYUN_DEFAULT, ServedPolicy.number(looks), new Revision(looks), bound));
        }

        @Override
        public void whenNewer(Runnable wake) {}
    }
}
