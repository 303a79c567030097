package dev.cordon.cli.lab;

import dev.cordon.agent.kernel.NetworkNamespace;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// What a guest answers with: every byte and every datagram goes back to where it came from. Echo
/// requests of ICMP are answered by the guest's kernel.
final class EchoServers implements AutoCloseable {

    private static final int DATAGRAM_BYTES_MAX = 2_048;

    private final List<Closeable> sockets = new ArrayList<>();

    /// Opens a server for each probe; the sockets belong to the guest's namespace.
    static EchoServers open(NetworkNamespace guest, List<Probe> probes) {
        EchoServers servers = new EchoServers();
        for (Probe probe : probes) {
            switch (probe.protocol()) {
                case TCP -> servers.serve(guest.call(() -> listen(probe.port())));
                case UDP -> servers.serve(guest.call(() -> new DatagramSocket(probe.port())));
                case ICMP -> {}
            }
        }
        return servers;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(port));
        return server;
    }

    private void serve(ServerSocket server) {
        sockets.add(server);
        Thread.ofVirtual().name("echo-tcp-" + server.getLocalPort()).start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> echo(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException ended) {
            // the peer is gone, which is how every probe ends
        }
    }

    private void serve(DatagramSocket socket) {
        sockets.add(socket);
        Thread.ofVirtual().name("echo-udp-" + socket.getLocalPort()).start(() -> {
            while (!socket.isClosed()) {
                try {
                    DatagramPacket datagram = new DatagramPacket(new byte[DATAGRAM_BYTES_MAX], DATAGRAM_BYTES_MAX);
                    socket.receive(datagram);
                    socket.send(datagram);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @Override
    public void close() {
        for (Closeable socket : sockets) {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
