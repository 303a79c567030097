package dev.cordon.ecs.http;

import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;

/// The RPC signature, HMAC-SHA1 over all parameters.
///
/// Clients disagree on whether a parameter with an empty value is signed, so either is accepted.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/request-signatures Signatures
final class SignatureV1 {

    private SignatureV1() {}

    /// @param parameters of query and form together
    static boolean matches(String method, SortedMap<String, String> parameters, String secret) {
        String given = parameters.getOrDefault("Signature", "");
        SortedMap<String, String> withoutEmpty = new TreeMap<>(parameters);
        withoutEmpty.values().removeIf(String::isEmpty);
        return Hashing.same(signature(method, parameters, secret), given)
                || Hashing.same(signature(method, withoutEmpty, secret), given);
    }

    static String signature(String method, SortedMap<String, String> parameters, String secret) {
        byte[] mac = Hashing.hmac("HmacSHA1", secret + "&", stringToSign(method, parameters));
        return Base64.getEncoder().encodeToString(mac);
    }

    static String stringToSign(String method, SortedMap<String, String> parameters) {
        SortedMap<String, String> signed = new TreeMap<>(parameters);
        signed.remove("Signature");
        return method + "&%2F&" + Encoding.encoded(Encoding.canonical(signed));
    }
}
