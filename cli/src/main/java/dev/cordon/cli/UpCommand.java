package dev.cordon.cli;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.cli.node.CredentialsFile;
import dev.cordon.cli.node.DataFolder;
import dev.cordon.cli.node.Node;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.Profile.TcpPickup;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cordon up`: one process with everything.
@Command(
        name = "up",
        description = "Run API, store and local agent in one process, until SIGTERM.",
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
    private ProfileOption profile;

    @Option(names = "--no-agent", description = "Enforce nothing on this machine.")
    private boolean withoutAgent;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data.orElseGet(DataFolder::standard);
        Optional<String> obstacle = obstacle();
        Node node = Node.start(new Node.Settings(folder, listen, profile.profile()));
        try (ClosedAtExit _ = new ClosedAtExit(node)) {
            String enforcement = enforce(node, obstacle);
            PrintWriter out = spec.commandLine().getOut();
            out.println("enforcement  " + enforcement);
            out.println("endpoint     " + node.credentials().endpoint());
            out.println("region       " + node.credentials().region());
            out.println("credentials  " + folder.resolve(CredentialsFile.NAME).toAbsolutePath());
            out.println("ready");
            out.flush();
            throw node.awaitFailure();
        }
    }

    private String enforce(Node node, Optional<String> obstacle) {
        if (obstacle.isPresent()) {
            return "off, " + obstacle.get();
        }
        node.enforce(NetworkNamespace.current());
        return "on, for links whose alias is the id of an ENI";
    }

    /// Returns why nothing can be enforced here, if so.
    private Optional<String> obstacle() {
        if (withoutAgent) {
            return Optional.of("as --no-agent says");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("not root: run as root to enforce");
        }
        if (!NftContext.isInstalled()) {
            throw new CliException(
                    "cannot enforce without libnftables: install the package nftables, " + "or start with --no-agent");
        }
        if (!isEnforceable(profile.profile())) {
            throw new CliException("the agent ends a session whose verdict turns to drop, and picks connections up:"
                    + " this profile can be asked but not enforced, start with --no-agent");
        }
        return Optional.empty();
    }

    private static boolean isEnforceable(Profile profile) {
        return profile.change() == ChangePolicy.REVALIDATE && profile.pickup() == TcpPickup.LOOSE;
    }
}
