package dev.cordon.server;

import dev.cordon.ecs.http.Authenticator;
import dev.cordon.ecs.http.EcsEndpoint;
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
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The listener: HTTP in, calls to the API and to `/v1` out.
public final class CordonServer implements AutoCloseable {

    private static final int SELECTING_THREADS_MAX = 16;

    private final Server server;
    private final ServerConnector connector;

    private CordonServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// What the server calls.
    ///
    /// @param ready whether calls can be answered
    /// @param broken told of a failure that is ours; the process is to stop
    public record Services(
            EcsEndpoint ecs,
            Authenticator authenticator,
            List<Route> routes,
            Supplier<Boolean> ready,
            Consumer<RuntimeException> broken) {
        public Services {
            routes = List.copyOf(routes);
        }
    }

    /// Listens at an address; port 0 takes any that is free.
    ///
    /// @throws ServerException if the address cannot be listened at
    public static CordonServer start(InetSocketAddress address, Services services) {
        QueuedThreadPool threads = new QueuedThreadPool(SELECTING_THREADS_MAX);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new MeteredConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(Limits.IDLE_MAX.toMillis());
        server.addConnector(connector);
        server.addBean(connectionLimit(connector));
        server.setErrorHandler(Dispatcher::refuse);
        server.setHandler(new Dispatcher(services));
        server.setStopTimeout(Limits.STOP_PATIENCE.toMillis());
        start(server, address);
        return new CordonServer(server, connector);
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

    private static void start(Server server, InetSocketAddress address) {
        try {
            server.start();
        } catch (IOException taken) {
            stop(server);
            throw new ServerException(
                    "cannot listen at " + address.getHostString() + ":" + address.getPort()
                            + ", the port may be taken: choose another with --listen ADDR:PORT",
                    taken);
        } catch (Exception failure) {
            stop(server);
            throw new ServerException("cannot start the server: " + failure.getMessage(), failure);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new ServerException("cannot stop the server: " + failure.getMessage(), failure);
        }
    }

    /// Returns where the server listens, such as `127.0.0.1:8620` or `[::1]:8620`.
    public String authority() {
        String host = connector.getHost();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getLocalPort();
    }

    /// Stops listening; calls that are under way may end.
    @Override
    public void close() {
        stop(server);
    }
}
