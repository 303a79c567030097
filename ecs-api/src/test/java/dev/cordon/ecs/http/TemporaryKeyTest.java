package dev.cordon.ecs.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.account.PolicyDocument;
import dev.cordon.ecs.http.Authenticator.Check;
import dev.cordon.ecs.http.Authenticator.Identity;
import dev.cordon.model.policy.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys that come with a token and an end, and calls that are old or sent twice.
class TemporaryKeyTest {

    private static final Instant NOW = Instant.parse(SignedCalls.TIME);
    private static final String TOKEN = "the token+/=";

    private static Authenticator authenticator(Duration lifetime, Set<Check> checks) {
        Credential credential = new Credential(
                SignedCalls.SECRET,
                Optional.of(new Credential.Session(Hashing.sha256(TOKEN), NOW.plus(lifetime))),
                AccountId.ROOT,
                PolicyDocument.ALL);
        return new Authenticator(id -> Optional.of(credential), checks, () -> NOW);
    }

    private static String outcome(Authenticator authenticator, HttpCall call) {
        SortedMap<String, String> parameters = EcsRequest.parameters(call).orElseThrow();
        return switch (authenticator.identify(call, parameters)) {
            case Identity.Known known -> "known";
            case Identity.Refused(var error) -> error.status() + " " + error.code();
        };
    }

    private static HttpCall older(Map<String, String> more) {
        return SignedCalls.get(SignedCalls.signedV1("GET", SignedCalls.parametersV1(more)));
    }

    private static HttpCall newer(Map<String, String> more) {
        SortedMap<String, String> headers = SignedCalls.headersV3("Echo", Body.EMPTY);
        headers.putAll(more);
        return SignedCalls.signedV3("", headers, Body.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the token+/= |  60 | known
            another      |  60 | 400 InvalidSecurityToken.MismatchWithAccessKey
            -            |  60 | 400 MissingSecurityToken
            the token+/= |   0 | 400 InvalidSecurityToken.Expired
            the token+/= | -60 | 400 InvalidSecurityToken.Expired
            """)
    void tokenMustBeThatOfTheKeyAndNotExpired(String token, int seconds, String expected) {
        Authenticator authenticator = authenticator(Duration.ofSeconds(seconds), EnumSet.allOf(Check.class));
        boolean isGiven = !token.equals("-");
        assertEquals(expected, outcome(authenticator, older(isGiven ? Map.of("SecurityToken", token) : Map.of())));
        assertEquals(
                expected, outcome(authenticator, newer(isGiven ? Map.of("x-acs-security-token", token) : Map.of())));
    }

    @Test
    void tokenInAHeaderMustBeSigned() {
        HttpCall unsigned = SignedCalls.with(newer(Map.of()), "x-acs-security-token", TOKEN);
        assertEquals(
                "400 IncompleteSignature",
                outcome(authenticator(Duration.ofMinutes(1), EnumSet.allOf(Check.class)), unsigned));
    }

    @Test
    void keyWithoutAnEndTakesNoToken() {
        Authenticator authenticator =
                new Authenticator(id -> Optional.of(Credential.lasting(SignedCalls.SECRET)), () -> NOW);
        assertEquals(
                "400 InvalidSecurityToken.MismatchWithAccessKey",
                outcome(authenticator, older(Map.of("SecurityToken", TOKEN))));
    }

    @Test
    void checksThatAreSwitchedOffAreNotMade() {
        SortedMap<String, String> old =
                new TreeMap<>(Map.of("SecurityToken", TOKEN, "Timestamp", "2020-01-01T00:00:00Z"));
        HttpCall late = older(old);
        HttpCall twice = older(Map.of("SecurityToken", TOKEN));
        Duration minute = Duration.ofMinutes(1);
        Authenticator timeless = authenticator(minute, EnumSet.of(Check.NONCE));
        Authenticator nonceless = authenticator(minute, EnumSet.of(Check.TIME));
        assertEquals(
                List.of("known", "400 SignatureNonceUsed"), List.of(outcome(timeless, late), outcome(timeless, late)));
        assertEquals(
                List.of("known", "known", "400 InvalidTimeStamp.Expired"),
                List.of(outcome(nonceless, twice), outcome(nonceless, twice), outcome(nonceless, late)));
    }
}
