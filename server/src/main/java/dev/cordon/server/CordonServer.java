package dev.cordon.server;

import dev.cordon.ecs.http.EcsEndpoint;
import dev.cordon.server.tls.LiveCertificate;
import dev.cordon.server.tls.PemFiles;
import dev.cordon.server.tls.TlsException;
import dev.cordon.server.v1.Route;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The listener: HTTP in, calls to the API and to `/v1` out.
public final class CordonServer implements AutoCloseable {

    private static final int SELECTING_THREADS_MAX = 16;

    private final Server server;
    private final ServerConnector plain;
    private final ServerConnector encrypted;
    private final LiveCertificate certificate;

    private CordonServer(Server server, ServerConnector plain, ServerConnector encrypted, LiveCertificate certificate) {
        this.server = server;
        this.plain = plain;
        this.encrypted = encrypted;
        this.certificate = certificate;
    }

    /// What the server calls.
    ///
    /// @param gate what a call of `/v1` has to pass, the same as that of `ecs`
    /// @param enforcement what `/metrics` tells of the local agent
    /// @param ready whether calls can be answered
    /// @param broken told of a failure that is ours; the process is to stop
    public record Services(
            EcsEndpoint ecs,
            EcsEndpoint.Gate gate,
            List<Route> routes,
            EnforcementMetrics enforcement,
            Supplier<Boolean> ready,
            Consumer<RuntimeException> broken) {
        public Services {
            routes = List.copyOf(routes);
        }
    }

    /// Where calls are listened to over TLS.
    public record Tls(InetSocketAddress address, PemFiles files) {}

    /// Listens at an address, and at another over TLS; port 0 takes any that is free.
    ///
    /// @throws ServerException if an address cannot be listened at
    /// @throws TlsException if the certificate cannot be used
    public static CordonServer start(InetSocketAddress address, Tls tls, Services services) {
        QueuedThreadPool threads = new QueuedThreadPool(SELECTING_THREADS_MAX);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        LiveCertificate certificate = new LiveCertificate(tls.files());
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        ServerConnector plain = new MeteredConnector(server, http);
        ServerConnector encrypted =
                new MeteredConnector(server, new SslConnectionFactory(certificate.context(), http.getProtocol()), http);
        addConnector(server, plain, address);
        addConnector(server, encrypted, tls.address());
        server.setErrorHandler(Dispatcher::refuse);
        server.setHandler(new Dispatcher(services));
        server.setStopTimeout(Limits.STOP_PATIENCE.toMillis());
        CordonServer started = new CordonServer(server, plain, encrypted, certificate);
        started.start();
        return started;
    }

    private static void addConnector(Server server, ServerConnector connector, InetSocketAddress address) {
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(Limits.IDLE_MAX.toMillis());
        server.addConnector(connector);
        server.addBean(connectionLimit(connector));
    }

    private static NetworkConnectionLimit connectionLimit(ServerConnector connector) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(Limits.CONNECTIONS_MAX, connector);
        limit.setEndPointIdleTimeout(Limits.IDLE_MAX_WHEN_FULL.toMillis());
        return limit;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(Limits.HEADER_BYTES_MAX);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        return configuration;
    }

    private void start() {
        try {
            server.start();
        } catch (IOException taken) {
            String where = plain.isOpen()
                    ? at(encrypted, encrypted.getPort()) + ", the port may be taken: choose another with --tls-listen"
                    : at(plain, plain.getPort()) + ", the port may be taken: choose another with --listen";
            close();
            throw new ServerException("cannot listen at " + where + " ADDR:PORT", taken);
        } catch (Exception failure) {
            close();
            throw new ServerException("cannot start the server: " + failure.getMessage(), failure);
        }
    }

    /// Returns where the server listens, such as `127.0.0.1:8620` or `[::1]:8620`.
    public String authority() {
        return at(plain, plain.getLocalPort());
    }

    /// Returns where the server listens over TLS.
    public String tlsAuthority() {
        return at(encrypted, encrypted.getLocalPort());
    }

    private static String at(ServerConnector connector, int port) {
        String host = connector.getHost();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /// Stops listening; calls that are under way may end.
    @Override
    public void close() {
        certificate.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new ServerException("cannot stop the server: " + failure.getMessage(), failure);
        }
    }
}
