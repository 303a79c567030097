package dev.cordon.cli.lab;

import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.Ping;
import dev.cordon.cli.lab.Scenario.Fate;
import dev.cordon.model.net.IpAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// Sends real packets and tells whether an answer came back.
final class Prober {

    private static final byte[] PAYLOAD = "cordon probe".getBytes(StandardCharsets.US_ASCII);
    private static final int DATAGRAM_COUNT = 3;

    private Prober() {}

    /// Returns what became of a probe within a time.
    static Fate probe(NetworkNamespace from, IpAddress to, Probe probe, Duration patience) {
        boolean answered = from.call(() -> switch (probe.protocol()) {
            case TCP -> tcp(to, probe.port(), patience);
            case UDP -> udp(to, probe.port(), patience);
            case ICMP -> Ping.echo(to, patience);
        });
        return answered ? Fate.PASS : Fate.STOP;
    }

    private static boolean tcp(IpAddress to, int port, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(inet(to), port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(PAYLOAD);
            return Arrays.equals(PAYLOAD, socket.getInputStream().readNBytes(PAYLOAD.length));
        } catch (SocketTimeoutException dropped) {
            return false;
        }
    }

    private static boolean udp(IpAddress to, int port, Duration patience) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(inet(to), port);
            socket.setSoTimeout((int) patience.dividedBy(DATAGRAM_COUNT).toMillis());
            for (int i = 0; i < DATAGRAM_COUNT; i++) {
                socket.send(new DatagramPacket(PAYLOAD, PAYLOAD.length));
                if (received(socket)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean received(DatagramSocket socket) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[PAYLOAD.length], PAYLOAD.length);
        try {
            socket.receive(answer);
            return Arrays.equals(PAYLOAD, answer.getData());
        } catch (SocketTimeoutException dropped) {
            return false;
        }
    }

    static InetAddress inet(IpAddress address) throws IOException {
        return InetAddress.getByName(address.toString());
    }
}
