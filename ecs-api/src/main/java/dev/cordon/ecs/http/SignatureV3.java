package dev.cordon.ecs.http;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The signature ACS3-HMAC-SHA256, over headers, query and the digest of the body.
///
/// @spec
///     https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
///     V3
public final class SignatureV3 {

    static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private SignatureV3() {}

    /// The header `Authorization`, its parts in any order.
    record Authorization(String accessKeyId, List<String> signedHeaders, String signature) {

        private static final List<String> ALWAYS_SIGNED =
                List.of("x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce");

        private static final List<String> SIGNED_IF_THERE =
                List.of("x-acs-action", "x-acs-version", "x-acs-security-token");

        /// Tells whether all is signed that a call is judged by, so that none of it can be changed
        /// on the way.
        boolean covers(HttpCall call) {
            return signedHeaders.containsAll(ALWAYS_SIGNED)
                    && SIGNED_IF_THERE.stream()
                            .allMatch(name -> call.header(name).isEmpty() || signedHeaders.contains(name));
        }

        static Optional<Authorization> parse(String header) {
            if (!header.startsWith(ALGORITHM + " ")) {
                return Optional.empty();
            }
            SortedMap<String, String> parts = new TreeMap<>();
            for (String part : header.substring(ALGORITHM.length() + 1).split(",")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parts.put(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip());
                }
            }
            Authorization read = new Authorization(
                    parts.getOrDefault("Credential", ""),
                    List.of(parts.getOrDefault("SignedHeaders", "").split(";")),
                    parts.getOrDefault("Signature", ""));
            return parts.keySet().containsAll(List.of("Credential", "SignedHeaders", "Signature"))
                    ? Optional.of(read)
                    : Optional.empty();
        }
    }

    static boolean matches(HttpCall call, Authorization authorization, String secret) {
        String toSign = stringToSign(call, authorization.signedHeaders());
        return call.header("x-acs-content-sha256")
                        .equals(Optional.of(call.body().sha256()))
                && Hashing.same(signature(toSign, secret), authorization.signature());
    }

    /// Returns the header `Authorization` for a call that carries all other headers already; every
    /// `x-acs-` header, and `host`, is signed.
    public static String authorization(HttpCall call, String accessKeyId, String secret) {
        List<String> signedHeaders = call.headers().keySet().stream()
                .filter(name -> name.startsWith("x-acs-") || name.equals("host"))
                .sorted()
                .toList();
        return ALGORITHM + " Credential=" + accessKeyId + ",SignedHeaders=" + String.join(";", signedHeaders)
                + ",Signature=" + signature(stringToSign(call, signedHeaders), secret);
    }

    static String signature(String stringToSign, String secret) {
        return HexFormat.of().formatHex(Hashing.hmac("HmacSHA256", secret, stringToSign));
    }

    static String stringToSign(HttpCall call, List<String> signedHeaders) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            headers.append(name)
                    .append(':')
                    .append(call.header(name).orElse("").strip())
                    .append('\n');
        }
        String query =
                Encoding.read(call.target().rawQuery()).map(Encoding::canonical).orElse("");
        String canonical = String.join(
                "\n",
                call.target().method(),
                call.target().path(),
                query,
                headers,
                String.join(";", signedHeaders),
                call.header("x-acs-content-sha256").orElse(""));
        return ALGORITHM + "\n" + Hashing.sha256(canonical);
    }
}
