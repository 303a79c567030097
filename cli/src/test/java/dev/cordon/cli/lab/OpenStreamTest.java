package dev.cordon.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OpenStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private ServerSocket server;
    private Socket near;
    private Socket far;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        near = new Socket(server.getInetAddress(), server.getLocalPort());
        near.setTcpNoDelay(true);
        far = server.accept();
        far.setTcpNoDelay(true);
    }

    @AfterEach
    void disconnect() throws IOException {
        far.close();
        server.close();
    }

    private void echo(long byteCountMax) {
        try {
            for (long i = 0; i < byteCountMax; i++) {
                int next = far.getInputStream().read();
                if (next < 0) {
                    return;
                }
                far.getOutputStream().write(next);
            }
        } catch (IOException ended) {
            // the stream was closed
        }
    }

    /// Stopping while a number is on its way counts it on both sides or on none.
    @RepeatedTest(20)
    void whatComesBackWholeHasLostNothing() throws InterruptedException {
        Thread.ofPlatform().daemon().start(() -> echo(Long.MAX_VALUE));
        try (OpenStream stream = OpenStream.on(near)) {
            assertTrue(stream.progresses(PATIENCE));
            assertEquals(0, stream.drain(PATIENCE));
        }
    }

    @Test
    void whatDoesNotComeBackIsCounted() throws InterruptedException {
        Thread.ofPlatform().daemon().start(() -> echo(3 * Long.BYTES));
        try (OpenStream stream = OpenStream.on(near)) {
            while (stream.sentBytes() < 10 * Long.BYTES) {
                Thread.onSpinWait();
            }
            assertEquals(stream.drain(SHORT), stream.sentBytes() / Long.BYTES - 3);
            assertEquals(false, stream.progresses(SHORT));
        }
    }
}
