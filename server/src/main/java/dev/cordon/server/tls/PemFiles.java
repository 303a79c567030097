package dev.cordon.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A certificate with those that vouch for it, and its key, each a file in PEM.
public record PemFiles(Path certificate, Path key) {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// In the order in which they are tried; the text does not say which it is.
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    static final String ENTRY = "cordon";

    /// What is in both files.
    record Texts(String certificate, String key) {}

    /// Returns what is in both now.
    ///
    /// @throws TlsException if they cannot be read
    Texts read() {
        try {
            return new Texts(
                    Files.readString(certificate, StandardCharsets.ISO_8859_1),
                    Files.readString(key, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new TlsException("cannot read `" + unreadable.getMessage() + "`", unreadable);
        }
    }

    /// Returns what a listener takes, of what was [read][#read].
    ///
    /// @throws TlsException if it cannot be used, or does not belong together
    KeyStore keyStore(Texts texts) {
        try {
            List<? extends Certificate> chain = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(texts.certificate().getBytes(StandardCharsets.ISO_8859_1))));
            if (chain.isEmpty()) {
                throw new TlsException("no certificate in `" + certificate + "`");
            }
            PrivateKey privateKey = privateKey(texts.key());
            checkPair(chain.getFirst().getPublicKey(), privateKey);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setKeyEntry(ENTRY, privateKey, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException unreadable) {
            throw new TlsException("cannot read `" + unreadable.getMessage() + "`", unreadable);
        } catch (GeneralSecurityException malformed) {
            throw new TlsException(
                    "no certificate in PEM in `" + certificate + "`: " + malformed.getMessage(), malformed);
        }
    }

    /// Returns the certificate, if it can be read and is by an issuer.
    Optional<X509Certificate> issuedBy(String name) {
        try (InputStream in = Files.newInputStream(certificate)) {
            return Optional.of((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .filter(read -> read.getIssuerX500Principal().getName().equals(name));
        } catch (IOException | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    boolean belongTogether() {
        try {
            return keyStore(read()).size() > 0;
        } catch (TlsException | KeyStoreException unusable) {
            return false;
        }
    }

    private PrivateKey privateKey(String text) {
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new TlsException("no `BEGIN PRIVATE KEY` in `" + key
                    + "`: a key is wanted in PKCS 8, as openssl pkcs8 -topk8 -nocrypt makes it");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException other) {
                continue;
            }
        }
        throw new TlsException("the key in `" + key + "` is of none of " + ALGORITHMS);
    }

    /// A certificate without its key lets a listener start, and fails every client.
    private void checkPair(PublicKey publicKey, PrivateKey privateKey) throws GeneralSecurityException {
        byte[] text = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(
                    switch (privateKey.getAlgorithm()) {
                        case "EC" -> "SHA256withECDSA";
                        case "RSA" -> "SHA256withRSA";
                        default -> "EdDSA";
                    });
            signature.initSign(privateKey);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(text);
            if (signature.verify(signed)) {
                return;
            }
        } catch (InvalidKeyException ofAnotherKind) {
            throw new TlsException(notAPair(), ofAnotherKind);
        }
        throw new TlsException(notAPair());
    }

    private String notAPair() {
        return "the key in `" + key + "` is not that of the certificate in `" + certificate + "`";
    }
}
