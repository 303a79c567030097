package dev.cordon.cli;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.DataFolder;
import dev.cordon.cli.node.Node;
import dev.cordon.ecs.http.Authenticator.Check;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.wire.Json;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// `cordon up`: one process with everything.
@Command(
        name = "up",
        description = "Run API, store and local agent in one process, until SIGTERM.",
        footer = "%nSIGTERM ends it cleanly, with exit code 143; what is enforced stays enforced.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int PORT = 8620;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of store and credentials. Default: $XDG_STATE_HOME/cordon.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--listen",
            paramLabel = "ADDR:PORT",
            defaultValue = "127.0.0.1:" + PORT,
            converter = AddressConverter.class,
            description = "Where to listen. Default: ${DEFAULT-VALUE}.")
    private InetSocketAddress listen;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private HostRulesOptions hostRules;

    @Option(
            names = "--skip-check",
            paramLabel = "time|nonce",
            description = "Take calls that are old, or sent before: for tests that replay recorded calls.")
    private Set<Check> skippedChecks = EnumSet.noneOf(Check.class);

    @Option(names = "--no-agent", description = "Enforce nothing on this machine.")
    private boolean withoutAgent;

    @Mixin
    private Format format;

    /// Whether links are held to their policy here, and why not.
    private sealed interface Enforcement {}

    private record On() implements Enforcement {}

    private record Off(String reason) implements Enforcement {}

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data.orElseGet(DataFolder::standard);
        Enforcement enforcement = enforcement();
        HostRules rules = hostRules.rules();
        Parts parts = new Parts();
        try (ClosedAtExit _ = new ClosedAtExit(parts)) {
            Node node = parts.open(() -> Node.start(settings(folder)));
            if (enforcement instanceof On) {
                enforce(node, rules);
            }
            print(folder, node.credentials(), enforcement);
            throw node.awaitFailure();
        }
    }

    private Node.Settings settings(Path folder) {
        return new Node.Settings(
                folder,
                listen,
                new Node.Tls(tls.listen(listen), tls.files()),
                profile.profile(),
                checks(),
                limits.limits());
    }

    private Set<Check> checks() {
        Set<Check> checks = EnumSet.allOf(Check.class);
        checks.removeAll(skippedChecks);
        return checks;
    }

    private Enforcement enforcement() {
        if (withoutAgent) {
            return new Off("as --no-agent says");
        }
        if (!Privileges.isRoot()) {
            return new Off("not root: run as root to enforce");
        }
        Privileges.requireNftables(", or start with --no-agent to enforce nothing");
        return new On();
    }

    /// In a container root may be refused what it may do elsewhere.
    private static void enforce(Node node, HostRules rules) {
        try {
            node.enforce(NetworkNamespace.current(), rules);
        } catch (KernelException refused) {
            throw new CliException(
                    "cannot enforce here: " + refused.getMessage() + "; start with --no-agent to enforce nothing",
                    refused);
        }
    }

    private void print(Path folder, CredentialsFile credentials, Enforcement enforcement) {
        String file = folder.resolve(CredentialsFile.NAME).toAbsolutePath().toString();
        PrintWriter out = spec.commandLine().getOut();
        if (format.isJson()) {
            out.println(Json.print(json(enforcement)
                    .put("endpoint", credentials.endpoint())
                    .put("tlsEndpoint", credentials.tlsEndpoint())
                    .put("region", credentials.region())
                    .put("credentials", file)
                    .put("ready", true)));
        } else {
            out.println("enforcement  " + words(enforcement));
            out.println("endpoint     " + credentials.endpoint());
            out.println("tlsEndpoint  " + credentials.tlsEndpoint());
            out.println("region       " + credentials.region());
            out.println("credentials  " + file);
            out.println("next         point a client at the endpoint, or ask: ./cordon explain --help");
            out.println("stop         Ctrl-C or SIGTERM; what is enforced stays, until: ./cordon agent --uninstall");
            out.println("ready");
        }
        out.flush();
    }

    private static String words(Enforcement enforcement) {
        return switch (enforcement) {
            case On() -> "on, for links whose alias is the id of an ENI";
            case Off(String reason) -> "off, " + reason;
        };
    }

    private static ObjectNode json(Enforcement enforcement) {
        return switch (enforcement) {
            case On() -> Json.object().put("enforcement", "on");
            case Off(String reason) -> Json.object().put("enforcement", "off").put("reason", reason);
        };
    }
}
