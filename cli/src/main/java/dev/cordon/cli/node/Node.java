package dev.cordon.cli.node;

import dev.cordon.agent.deny.DenyLog;
import dev.cordon.agent.deny.DenyWatch;
import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.reconcile.Agent;
import dev.cordon.agent.reconcile.EnforcementSettings;
import dev.cordon.agent.session.SessionDesk;
import dev.cordon.cli.Parts;
import dev.cordon.controlplane.attempt.Attempts;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Caller;
import dev.cordon.controlplane.execute.ControlPlane;
import dev.cordon.controlplane.execute.Origin;
import dev.cordon.ecs.account.AccountDesk;
import dev.cordon.ecs.account.KeyRing;
import dev.cordon.ecs.account.Vault;
import dev.cordon.ecs.action.Actions;
import dev.cordon.ecs.action.Desk;
import dev.cordon.ecs.http.Authenticator;
import dev.cordon.ecs.http.Authenticator.Check;
import dev.cordon.ecs.http.EcsEndpoint;
import dev.cordon.ecs.http.Throttle;
import dev.cordon.model.policy.Profile;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.server.CordonServer;
import dev.cordon.server.tls.PemFiles;
import dev.cordon.server.v1.AccountRoute;
import dev.cordon.server.v1.DeniesRoute;
import dev.cordon.server.v1.ExplainRoute;
import dev.cordon.server.v1.HostsRoute;
import dev.cordon.server.v1.LogRoute;
import dev.cordon.server.v1.Route;
import dev.cordon.server.v1.SessionsRoute;
import dev.cordon.server.v1.StateRoute;
import dev.cordon.store.Store;
import dev.cordon.store.sqlite.SqliteSettings;
import dev.cordon.store.sqlite.SqliteStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/// Store, control plane, listener and local agent, wired together.
public final class Node implements AutoCloseable {

    public static final String REGION = "cn-hangzhou";

    private static final String ATTEMPTS = "attempts.jsonl";
    private static final Logger LOG = System.getLogger(Node.class.getName());

    /// @param data folder of the store and the credentials
    /// @param listen port 0 for any that is free
    /// @param profile which reading of the sources holds, for answers and for enforcement alike
    /// @param checks what keeps a recorded call from being sent again
    public record Settings(
            Path data, InetSocketAddress listen, Tls tls, Profile profile, Set<Check> checks, Limits limits) {

        /// Settings of a node that is alone on its address, with any port for TLS.
        public Settings(Path data, InetSocketAddress listen) {
            this(
                    data,
                    listen,
                    new Tls(InetSocketAddress.createUnresolved(listen.getHostString(), 0), Optional.empty()),
                    Profile.ALIYUN_DEFAULT,
                    EnumSet.allOf(Check.class),
                    Limits.DEFAULT);
        }
    }

    /// How much there may be of what, and how many calls.
    public record Limits(Quotas quotas, Throttle.Rates rates) {

        public static final Limits DEFAULT = new Limits(Quotas.DEFAULT, Throttle.Rates.ANY);
    }

    /// @param listen port 0 for any that is free
    /// @param files empty for a certificate of its own
    public record Tls(InetSocketAddress listen, Optional<PemFiles> files) {}

    private final Parts parts;
    private final Profile profile;
    private final CompletableFuture<RuntimeException> broken = new CompletableFuture<>();
    private final EnforcedRevision enforced = new EnforcedRevision();
    private final DenyLog denies = new DenyLog();
    private volatile Optional<SessionDesk> sessions = Optional.empty();
    private final AgentMetrics metrics = new AgentMetrics(enforced, denies, () -> sessions);
    private final ControlPlane controlPlane;
    private final CredentialsFile credentials;

    private Node(Settings settings, Parts parts) {
        this.parts = parts;
        this.profile = settings.profile();
        Store store = parts.open(() -> SqliteStore.open(settings.data(), SqliteSettings.DEFAULT));
        this.controlPlane = ControlPlane.open(
                store, settings.limits().quotas(), Attempts.in(settings.data().resolve(ATTEMPTS)));
        CredentialsFile key = CredentialsFile.keptOrMade(settings.data(), REGION, new SecureRandom());
        InetSocketAddress tlsListen = settings.tls().listen();
        CordonServer.Tls tls = new CordonServer.Tls(
                tlsListen,
                settings.tls().files().orElseGet(() -> TlsFiles.keptOrMade(settings.data(), tlsListen, Instant.now())));
        if (settings.tls().files().isEmpty()) {
            parts.open(() -> Renewal.start(settings.data(), tlsListen));
        }
        CordonServer server = parts.open(() -> CordonServer.start(settings.listen(), tls, services(key, settings)));
        this.credentials =
                key.atEndpoint("http://" + server.authority()).atTlsEndpoint("https://" + server.tlsAuthority());
        credentials.write(settings.data());
    }

    /// Starts everything but the agent. What was opened is closed again if something fails.
    public static Node start(Settings settings) {
        Parts parts = new Parts();
        try {
            return new Node(settings, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    private CordonServer.Services services(CredentialsFile key, Settings settings) {
        KeyFile.Need need = controlPlane.accounts().keys().isEmpty()
                ? KeyFile.Need.NOTHING_IS_SEALED
                : KeyFile.Need.SECRETS_ARE_SEALED;
        Vault vault = KeyFile.vault(settings.data(), need, new SecureRandom());
        KeyRing keys = new KeyRing(key.accessKeyId(), key.accessKeySecret(), controlPlane, vault);
        Authenticator authenticator = new Authenticator(keys::find, settings.checks(), InstantSource.system());
        Desk desk = new Desk(controlPlane, new SecureRandom(), InstantSource.system(), REGION);
        EcsEndpoint.Gate gate = new EcsEndpoint.Gate(
                authenticator, new Throttle(settings.limits().rates(), System::nanoTime), this::refused);
        EcsEndpoint ecs = new EcsEndpoint(
                REGION,
                account -> Actions.all(desk.of(account)),
                gate,
                () -> UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
        return new CordonServer.Services(ecs, gate, routes(vault), metrics.shown(), () -> true, broken::complete);
    }

    private void refused(Caller caller, String requestId, String action, String code) {
        controlPlane.attempted(new Origin(Instant.now(), caller, requestId, action), code);
    }

    private List<Route> routes(Vault vault) {
        AccountDesk accounts = new AccountDesk(controlPlane, vault, new SecureRandom(), InstantSource.system());
        return Stream.<Route>concat(
                        Stream.of(
                                new StateRoute(controlPlane.publisher()),
                                new ExplainRoute(controlPlane.publisher(), profile),
                                new HostsRoute(enforced::asJson),
                                new DeniesRoute(new DenyAnswers(denies)::answer),
                                new SessionsRoute(new SessionAnswers(controlPlane.publisher(), () -> sessions)::answer),
                                new LogRoute(controlPlane)),
                        AccountRoute.all(accounts).stream())
                .toList();
    }

    /// Starts to enforce as it is by default.
    public void enforce(NetworkNamespace namespace) {
        enforce(namespace, HostRules.DEFAULT);
    }

    /// Starts to enforce on the links of a network namespace, and waits for the first pass.
    ///
    /// @param rules what the operator has said beside all policy
    public void enforce(NetworkNamespace namespace, HostRules rules) {
        EnforcementSettings settings = new EnforcementSettings(rules, profile.change());
        LocalFeed feed = parts.open(() -> new LocalFeed(controlPlane.publisher(), profile));
        parts.open(() -> Agent.start(namespace, feed, enforced::report, broken::complete, metrics, settings));
        watchDenies(namespace);
        sessions = Optional.of(parts.open(() -> SessionDesk.open(namespace)));
    }

    /// Enforcing does not need it: another process may read the packet log.
    private void watchDenies(NetworkNamespace namespace) {
        try {
            parts.open(() -> DenyWatch.start(namespace, denies, InstantSource.system()));
        } catch (KernelException refused) {
            LOG.log(Level.WARNING, "what is dropped will not be told: {0}", refused.getMessage());
        }
    }

    public CredentialsFile credentials() {
        return credentials;
    }

    public EnforcedRevision enforced() {
        return enforced;
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    /// Waits until the node cannot go on.
    ///
    /// @return why
    public RuntimeException awaitFailure() throws InterruptedException {
        try {
            return broken.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Stops what was started, the last first. What is enforced stays enforced. May be called
    /// twice.
    @Override
    public void close() {
        denies.close();
        parts.close();
    }
}
