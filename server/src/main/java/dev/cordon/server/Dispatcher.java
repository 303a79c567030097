package dev.cordon.server;

import dev.cordon.ecs.http.EcsEndpoint.Handled;
import dev.cordon.ecs.http.HttpCall;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.server.CordonServer.Services;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Brings each call to whoever answers it, and its answer back.
final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final HttpReply BUSY = new HttpReply(503, "text/plain", "ServiceUnavailable: too many calls\n");

    private final Services services;
    private final V1 v1;
    private final Metrics metrics;
    private final Semaphore places = new Semaphore(Limits.CALLS_MAX);

    Dispatcher(Services services) {
        this.services = services;
        this.v1 = new V1(services);
        this.metrics = new Metrics(services.enforcement());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        letOthersGoFirst();
        try {
            send(answer(request), response, callback);
        } finally {
            MeteredConnector.answered(request);
        }
        return true;
    }

    /// A thread goes on with its connection as long as calls come in on it, while other connections
    /// wait for a thread. Nothing but the order depends on this.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersGoFirst() {
        Thread.yield();
    }

    private HttpReply answer(Request request) {
        return switch (CallReader.read(request)) {
            case CallReader.Refused(var reply) -> reply;
            case CallReader.Read(var call) -> answerInPlace(call);
        };
    }

    /// A call takes a place once it is whole, so that slow senders keep nobody waiting.
    private HttpReply answerInPlace(HttpCall call) {
        if (!places.tryAcquire()) {
            return BUSY;
        }
        try {
            return answer(call);
        } finally {
            places.release();
        }
    }

    private HttpReply answer(HttpCall call) {
        String path = call.target().path();
        if (path.equals("/")) {
            return ecs(call);
        }
        if (path.startsWith("/v1/")) {
            return v1.answer(call);
        }
        return switch (path) {
            case "/healthz" -> new HttpReply(200, "text/plain", "ok\n");
            case "/readyz" ->
                services.ready().get()
                        ? new HttpReply(200, "text/plain", "ready\n")
                        : new HttpReply(503, "text/plain", "not ready\n");
            case "/metrics" -> metrics.reply();
            default -> new HttpReply(404, "text/plain", "not found\n");
        };
    }

    private HttpReply ecs(HttpCall call) {
        long startNanos = System.nanoTime();
        Handled handled = handle(call);
        metrics.record(handled.action(), handled.code(), Duration.ofNanos(System.nanoTime() - startNanos));
        return handled.reply();
    }

    /// A failure that is ours is answered, logged, and reported, because what comes after cannot be
    /// trusted.
    private Handled handle(HttpCall call) {
        try {
            return services.ecs().handle(call);
        } catch (RuntimeException failure) {
            Handled handled = services.ecs().internalError(call);
            LOG.log(Level.ERROR, "request " + handled.requestId() + " failed", failure);
            services.broken().accept(failure);
            return handled;
        }
    }

    private static void send(HttpReply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        Content.Sink.write(response, true, reply.body(), callback);
    }

    /// Answers what the HTTP layer refuses by itself, such as a request line without end: the
    /// status alone, in words of one line.
    static boolean refuse(Request request, Response response, Callback callback) {
        send(new HttpReply(response.getStatus(), "text/plain", "refused\n"), response, callback);
        return true;
    }
}
