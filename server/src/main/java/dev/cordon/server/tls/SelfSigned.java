package dev.cordon.server.tls;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// A certificate that signs itself, for whoever has none: P-256, with the names of this machine.
///
/// @param certificate in PEM
/// @param key in PEM, PKCS 8
/// @spec https://www.rfc-editor.org/rfc/rfc5280 Certificate profile
public record SelfSigned(String certificate, String key) {

    /// Clients refuse certificates of servers that are good for longer.
    ///
    /// @spec https://support.apple.com/en-us/103769 Validity of 825 days
    private static final Duration LIFETIME = Duration.ofDays(825);

    /// Long enough for clients that were given the certificate to be given the next one.
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    /// The name of who made it, and of whom it is.
    private static final String NAME = "cordon";

    /// Clocks of clients may be behind.
    private static final Duration HEAD_START = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final int VERSION_3 = 2;
    private static final int CONTEXT_0 = 0xa0;
    private static final int CONTEXT_3 = 0xa3;
    private static final int NAME_DNS = 0x82;
    private static final int NAME_IP = 0x87;
    private static final byte[] ECDSA_SHA256 = Der.of(Der.SEQUENCE, Der.objectId("1.2.840.10045.4.3.2"));

    /// @param addresses beside those of the loopback, that clients may call
    public static SelfSigned make(Set<InetAddress> addresses, Instant now, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            byte[] content = content(pair, addresses, now, new BigInteger(SERIAL_BITS, random));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate(), random);
            signature.update(content);
            byte[] certificate = Der.of(Der.SEQUENCE, content, ECDSA_SHA256, Der.bits(signature.sign()));
            return new SelfSigned(
                    pem("CERTIFICATE", certificate),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Tells whether files that were made here are near their end, or do not belong together, as
    /// when the machine stopped between writing one and the other. Files that somebody else made
    /// are left alone.
    public static boolean isToBeRenewed(PemFiles files, Instant now) {
        return files.issuedBy("CN=" + NAME)
                .map(own -> own.getNotAfter().toInstant())
                .filter(end -> !now.plus(RENEWED_BEFORE_END).isBefore(end) || !files.belongTogether())
                .isPresent();
    }

    private static byte[] content(KeyPair pair, Set<InetAddress> addresses, Instant now, BigInteger serial) {
        byte[] name =
                Der.of(Der.SEQUENCE, Der.of(Der.SET, Der.of(Der.SEQUENCE, Der.objectId("2.5.4.3"), Der.utf8(NAME))));
        byte[] validity = Der.of(
                Der.SEQUENCE,
                Der.time(now.minus(HEAD_START)),
                Der.time(now.minus(HEAD_START).plus(LIFETIME)));
        return Der.of(
                Der.SEQUENCE,
                Der.of(CONTEXT_0, Der.integer(BigInteger.valueOf(VERSION_3))),
                Der.integer(serial),
                ECDSA_SHA256,
                name,
                validity,
                name,
                pair.getPublic().getEncoded(),
                Der.of(CONTEXT_3, extensions(addresses)));
    }

    /// The names of the server, and that it may vouch for itself, so that it can be trusted.
    private static byte[] extensions(Set<InetAddress> addresses) {
        List<byte[]> names = new ArrayList<>();
        names.add(Der.of(NAME_DNS, "localhost".getBytes(StandardCharsets.US_ASCII)));
        names.add(Der.of(NAME_IP, InetAddress.ofLiteral("127.0.0.1").getAddress()));
        names.add(Der.of(NAME_IP, InetAddress.ofLiteral("::1").getAddress()));
        addresses.stream()
                .filter(address -> !address.isLoopbackAddress() && !address.isAnyLocalAddress())
                .forEach(address -> names.add(Der.of(NAME_IP, address.getAddress())));
        byte[] alternatives = Der.of(Der.SEQUENCE, names.toArray(byte[][]::new));
        byte[] authority = Der.of(Der.SEQUENCE, Der.truth());
        return Der.of(
                Der.SEQUENCE,
                Der.of(Der.SEQUENCE, Der.objectId("2.5.29.17"), Der.of(Der.OCTETS, alternatives)),
                Der.of(Der.SEQUENCE, Der.objectId("2.5.29.19"), Der.truth(), Der.of(Der.OCTETS, authority)));
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }

    /// A key is shown nowhere.
    @Override
    public String toString() {
        return certificate;
    }
}
