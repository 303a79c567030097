package dev.cordon.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/// A connector whose connections count what they take in.
final class MeteredConnector extends ServerConnector {

    private final IntakeBudget budget = new IntakeBudget(Limits.INTAKE_BYTES_MAX);

    /// @param protocols the outermost first
    MeteredConnector(Server server, ConnectionFactory... protocols) {
        super(server, protocols);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        Intake intake = new Intake(budget, System::nanoTime);
        SocketChannelEndPoint endPoint = new Metered(channel, selector, key, getScheduler(), intake);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /// Tells the connection of a request that it is answered.
    static void answered(Request request) {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        while (end instanceof EndPoint.Wrapper encrypted) {
            end = encrypted.unwrap();
        }
        if (end instanceof Metered metered) {
            metered.intake.done();
        }
    }

    private static final class Metered extends SocketChannelEndPoint {

        private final Intake intake;

        Metered(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Intake intake) {
            super(channel, selector, key, scheduler);
            this.intake = intake;
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int byteCount = super.fill(buffer);
            if (byteCount > 0) {
                intake.took(byteCount);
            }
            return byteCount;
        }

        @Override
        public void onClose(Throwable cause) {
            intake.done();
            super.onClose(cause);
        }
    }
}
