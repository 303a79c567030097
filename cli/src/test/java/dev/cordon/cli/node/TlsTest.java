package dev.cordon.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.server.tls.PemFiles;
import dev.cordon.server.tls.SelfSigned;
import dev.cordon.server.tls.TlsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls over TLS: with a certificate of the node's own, with a given one, and after it changed.
class TlsTest {

    private static final InetSocketAddress ANY = InetSocketAddress.createUnresolved("127.0.0.1", 0);
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    private Path folder;

    private Node start(Optional<PemFiles> files) {
        Node.Settings plain = new Node.Settings(folder.resolve("data"), ANY);
        return Node.start(new Node.Settings(
                plain.data(),
                plain.listen(),
                new Node.Tls(ANY, files),
                plain.profile(),
                plain.checks(),
                plain.limits()));
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /// Trusts one certificate, and nothing else.
    private static SSLContext trusting(X509Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("cordon", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int health(Node node, SSLContext context) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            URI health = URI.create(node.credentials().tlsEndpoint() + "/healthz");
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /// Tells whether a listener shows a certificate now.
    private static boolean shows(Node node, X509Certificate certificate) throws IOException, GeneralSecurityException {
        URI endpoint = URI.create(node.credentials().tlsEndpoint());
        try (Socket socket =
                trusting(certificate).getSocketFactory().createSocket(endpoint.getHost(), endpoint.getPort())) {
            ((SSLSocket) socket).startHandshake();
            return true;
        } catch (javax.net.ssl.SSLHandshakeException another) {
            return false;
        }
    }

    private PemFiles files(SelfSigned made) throws IOException {
        PemFiles files = new PemFiles(folder.resolve("given.crt"), folder.resolve("given.key"));
        replace(files.key(), made.key());
        replace(files.certificate(), made.certificate());
        return files;
    }

    private void replace(Path file, String text) throws IOException {
        Path beside = Files.writeString(folder.resolve("new"), text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static SelfSigned made() {
        return SelfSigned.make(Set.of(), Instant.now(), new SecureRandom());
    }

    @Test
    void ownCertificateIsMadeOnTheFirstRunAndKept() throws Exception {
        Path file = folder.resolve("data").resolve(TlsFiles.CERTIFICATE);
        X509Certificate first;
        try (Node node = start(Optional.empty())) {
            first = certificate(file);
            assertEquals(200, health(node, trusting(first)));
        }
        try (Node node = start(Optional.empty())) {
            assertEquals(200, health(node, trusting(first)));
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("data").resolve(TlsFiles.KEY))));
    }

    /// Writes the node's own files as if they had been made some time ago.
    private Path aged(Duration age) throws IOException {
        SelfSigned old = SelfSigned.make(Set.of(), Instant.now().minus(age), new SecureRandom());
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve(TlsFiles.KEY).getParent());
        Files.writeString(data.resolve(TlsFiles.KEY), old.key());
        return Files.writeString(data.resolve(TlsFiles.CERTIFICATE), old.certificate());
    }

    @Test
    void ownCertificateIsMadeAnewBeforeItsEnd() throws Exception {
        X509Certificate old = certificate(aged(Duration.ofDays(800)));
        try (Node node = start(Optional.empty())) {
            X509Certificate renewed = certificate(folder.resolve("data").resolve(TlsFiles.CERTIFICATE));
            assertThat(renewed).isNotEqualTo(old);
            assertEquals(200, health(node, trusting(renewed)));
        }
        X509Certificate good = certificate(aged(Duration.ofDays(700)));
        try (Node node = start(Optional.empty())) {
            assertEquals(200, health(node, trusting(good)));
        }
    }

    @Test
    void ownFilesThatDoNotBelongTogetherAreMadeAnew() throws Exception {
        aged(Duration.ofDays(1));
        Files.writeString(folder.resolve("data").resolve(TlsFiles.KEY), made().key());
        try (Node node = start(Optional.empty())) {
            assertEquals(
                    200,
                    health(node, trusting(certificate(folder.resolve("data").resolve(TlsFiles.CERTIFICATE)))));
        }
    }

    @Test
    void renewedCertificateIsTakenOverWithoutARestart() throws Exception {
        try (Node node = start(Optional.empty())) {
            Path data = folder.resolve("data");
            X509Certificate old = certificate(data.resolve(TlsFiles.CERTIFICATE));
            TlsFiles.keptOrMade(data, ANY, Instant.now().plus(Duration.ofDays(800)));
            X509Certificate renewed = certificate(data.resolve(TlsFiles.CERTIFICATE));
            assertThat(renewed).isNotEqualTo(old);
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!shows(node, renewed)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    @Test
    void certificateHasTheNamesOfTheListener() throws Exception {
        SelfSigned made =
                SelfSigned.make(Set.of(java.net.InetAddress.ofLiteral("192.0.2.7")), Instant.now(), new SecureRandom());
        X509Certificate read = certificate(Files.writeString(folder.resolve("crt"), made.certificate()));
        read.verify(read.getPublicKey());
        assertThat(read.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString()))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7");
    }

    @Test
    void changedFilesAreTakenOverWithoutARestart() throws Exception {
        PemFiles files = files(made());
        try (Node node = start(Optional.of(files))) {
            X509Certificate old = certificate(files.certificate());
            assertEquals(true, shows(node, old));
            SelfSigned next = made();
            files(next);
            X509Certificate replaced = certificate(files.certificate());
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!shows(node, replaced)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
            assertEquals(false, shows(node, old));
        }
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefusedAtTheStart() throws Exception {
        PemFiles files = files(made());
        replace(files.key(), made().key());
        assertThat(assertThrows(TlsException.class, () -> start(Optional.of(files))))
                .hasMessageContaining("is not that of the certificate");
        replace(files.key(), "nothing");
        assertThat(assertThrows(TlsException.class, () -> start(Optional.of(files))))
                .hasMessageContaining("BEGIN PRIVATE KEY");
        replace(files.certificate(), "nothing");
        assertThrows(TlsException.class, () -> start(Optional.of(files)));
    }
}
