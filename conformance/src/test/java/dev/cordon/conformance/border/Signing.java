package dev.cordon.conformance.border;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Both signatures, written from their description and not from the product's code.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/request-signatures Signatures
public final class Signing {

    private Signing() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// Returns parameters as a query, in the order of their names.
    public static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    public static String v1(String method, Map<String, String> parameters, String secret) {
        String toSign = method + "&%2F&" + encoded(query(parameters));
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret + "&", toSign));
    }

    /// @param headers all to be signed, by their lower-case names
    public static String v3(
            String method, Map<String, String> parameters, SortedMap<String, String> headers, String secret) {
        StringBuilder canonical = new StringBuilder(method + "\n/\n" + query(parameters) + "\n");
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(String.join(";", headers.keySet())).append('\n');
        canonical.append(headers.getOrDefault("x-acs-content-sha256", ""));
        String toSign = "ACS3-HMAC-SHA256\n" + sha256(canonical.toString());
        return HexFormat.of().formatHex(hmac("HmacSHA256", secret, toSign));
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
