package dev.cordon.server.tls;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.KeyStore;
import java.util.stream.Stream;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// The certificate of a listener, read anew when its files change.
///
/// Both files are looked at whatever it is in their folders that changes, because a file may be
/// moved into place, or be a link whose target is; only other content is taken over. What cannot be
/// used changes nothing: two files never change at once, so in between they do not belong together.
public final class LiveCertificate implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LiveCertificate.class.getName());

    private final PemFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final WatchService changes;

    /// As it was last looked at. For the thread that follows.
    private PemFiles.Texts seen;

    /// @throws TlsException if the files cannot be used
    public LiveCertificate(PemFiles files) {
        this.files = files;
        this.seen = files.read();
        use(files.keyStore(seen), context);
        this.changes = watch();
        Thread.ofVirtual().name("certificate").start(this::follow);
    }

    /// Returns what a listener takes its certificate from.
    public SslContextFactory.Server context() {
        return context;
    }

    private static void use(KeyStore store, SslContextFactory target) {
        target.setKeyStore(store);
        target.setKeyStorePassword("");
        target.setCertAlias(PemFiles.ENTRY);
    }

    private WatchService watch() {
        try {
            WatchService service = files.certificate().getFileSystem().newWatchService();
            for (Path folder : folders().distinct().toList()) {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
            return service;
        } catch (IOException unwatchable) {
            throw new TlsException(
                    "cannot watch `" + files.certificate() + "`: " + unwatchable.getMessage(), unwatchable);
        }
    }

    private Stream<Path> folders() {
        return Stream.of(files.certificate(), files.key())
                .map(file -> file.toAbsolutePath().getParent());
    }

    private void follow() {
        try {
            while (true) {
                WatchKey changed = changes.take();
                changed.pollEvents();
                changed.reset();
                reload();
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            LOG.log(Level.DEBUG, "no longer following", closed);
        }
    }

    private void reload() {
        try {
            PemFiles.Texts now = files.read();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            KeyStore store = files.keyStore(now);
            context.reload(target -> use(store, target));
        } catch (Exception unusable) {
            LOG.log(Level.WARNING, "keeping the certificate in use: " + unusable.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "could not stop watching", failure);
        }
    }
}
