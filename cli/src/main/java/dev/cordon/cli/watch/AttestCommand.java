package dev.cordon.cli.watch;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.reconcile.KernelLook;
import dev.cordon.cli.CliException;
import dev.cordon.cli.ExitCode;
import dev.cordon.cli.Format;
import dev.cordon.cli.HostRulesOptions;
import dev.cordon.cli.Privileges;
import dev.cordon.cli.ProfileOption;
import dev.cordon.cli.client.Connection;
import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.attest.Attest;
import dev.cordon.nft.attest.Attestation;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.plan.Observed;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.Listing;
import dev.cordon.wire.Json;
import dev.cordon.wire.state.StateAt;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `cordon attest`. Reads the kernel by itself, so that it believes no agent.
@Command(
        name = "attest",
        description = "Prove that this machine's kernel says what the engine says of every new flow, or print a"
                + " packet on which they differ; exit 1 if so.",
        mixinStandardHelpOptions = true)
public final class AttestCommand implements Callable<Integer> {

    /// Times that the kernel is read while policy changes.
    private static final int LOOKS_MAX = 50;

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private Connection connection;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private HostRulesOptions rules;

    @Option(names = "--eni", paramLabel = "ENI", defaultValue = "", description = "Links of this ENI. Default: all.")
    private String eni;

    /// What the kernel held while a state was enforced.
    private record Scene(StateAt at, List<Binding> bindings, Listing listing) {}

    @Override
    public Integer call() throws InterruptedException {
        Privileges.requireForKernel("to attest needs root: it reads tables of nftables");
        Scene scene = scene();
        HostView view = Compiler.view(
                profile.profile(),
                scene.at().state(),
                scene.at().revision(),
                scene.bindings().stream().map(Binding::eni).toList());
        Attestation attestation = Attest.of(scene.listing(), view, rules.rules(), scene.bindings(), this::isAsked);
        print(AttestForm.json(attestation, scene.at().revision()));
        return (attestation instanceof Attestation.Equal ? ExitCode.OK : ExitCode.NO).number();
    }

    private boolean isAsked(Binding binding) {
        return eni.isEmpty() || binding.eni().value().equals(eni);
    }

    private void print(ObjectNode answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(answer));
        } else {
            AttestForm.lines(answer).forEach(out::println);
        }
        out.flush();
    }

    private Scene scene() throws InterruptedException {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            for (int look = 0; look < LOOKS_MAX; look++) {
                Optional<Scene> scene = look(here);
                if (scene.isPresent()) {
                    return scene.get();
                }
                Thread.sleep(LOOK_INTERVAL);
            }
        }
        throw new CliException("what is enforced changes all the time: try again");
    }

    /// What an agent has reported before and after the look was in the kernel in between, if there
    /// is no newer revision that it may have begun with.
    private Optional<Scene> look(NetworkNamespace here) {
        Optional<Revision> before = enforced();
        Optional<KernelLook> look = KernelLook.take(here);
        Optional<Revision> after = enforced();
        StateAt at = connection.state();
        boolean fits = before.equals(after) && after.map(at.revision()::equals).orElse(true);
        return look.filter(taken -> fits)
                .flatMap(taken -> listing(taken.table()).map(listing -> new Scene(at, taken.bindings(), listing)));
    }

    /// Returns the revision that an agent reports; nothing if there is none to ask.
    private Optional<Revision> enforced() {
        return connection.isOffline()
                ? Optional.empty()
                : Optional.of(connection
                                .client()
                                .ask("hosts", new TreeMap<>())
                                .path("hosts")
                                .path(0)
                                .path("revision")
                                .asLong(0))
                        .map(Revision::new)
                        .filter(revision -> !revision.equals(Revision.NONE));
    }

    /// Returns nothing while the table is made anew.
    private static Optional<Listing> listing(Observed table) {
        return switch (table) {
            case Observed.Absent() -> Optional.of(Listing.of(Ruleset.of(List.of(), List.of())));
            case Observed.Present(var listing) -> Optional.of(listing);
            case Observed.Untouched(var enforced) -> Optional.of(Listing.of(enforced));
            case Observed.Sheltered sheltered -> Optional.empty();
        };
    }
}
