package dev.cordon.conformance.border;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// A connection on which anything can be sent.
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    public static RawConnection open(InetSocketAddress address) throws IOException {
        return open(address, SocketFactory.getDefault());
    }

    /// @param sockets such as those that speak TLS
    public static RawConnection open(InetSocketAddress address, SocketFactory sockets) throws IOException {
        Socket socket = sockets.createSocket();
        socket.connect(address, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawConnection(socket);
    }

    public RawConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Sends as much as the other side takes.
    RawConnection sendUntilCut(byte[] bytes) {
        try {
            send(bytes);
        } catch (IOException cut) {
            // the other side has heard enough
        }
        return this;
    }

    /// Says that nothing more is coming, and returns what is answered to that.
    String answerAtEnd() {
        try {
            socket.shutdownOutput();
        } catch (IOException cut) {
            // the other side was faster
        }
        return answer();
    }

    /// Returns all that is answered until the other side closes; what was on its way when the other
    /// side cut the connection may be missing.
    public String answer() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException waiting) {
            throw new AssertionError("neither answered nor closed, but `" + answer + "`", waiting);
        } catch (IOException cut) {
            // as good as a close
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /// Tells whether the other side has closed without an answer.
    boolean isCut() {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
