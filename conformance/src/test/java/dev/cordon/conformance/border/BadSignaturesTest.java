package dev.cordon.conformance.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.conformance.border.Caller.Answer;
import dev.cordon.conformance.sdk.RunningNode;
import dev.cordon.model.state.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever is not believed, or calls in a way that is not offered, is told why, in JSON and in XML,
/// and changes nothing.
class BadSignaturesTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static final Caller CALLER = new Caller(NODE.key());

    /// A call that would make a VPC if it were good.
    ///
    /// @param sent by the format that is asked for
    private record BadCall(String what, String expected, Function<String, Answer> sent) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<BadCall> badCalls() {
        return Stream.of(olderSignatures(), newerSignatures(), otherWays())
                .flatMap(calls -> calls)
                .toList();
    }

    private static Stream<BadCall> olderSignatures() {
        return Stream.of(
                older("wrong signature", "400 SignatureDoesNotMatch", "Signature", "bm90IHRoZSBzaWduYXR1cmU="),
                older("no signature", "400 SignatureDoesNotMatch", "Signature", "0"),
                older("unknown key", "404 InvalidAccessKeyId.NotFound", "AccessKeyId", "nobody"),
                older("no key", "400 MissingAccessKeyId", "AccessKeyId", ""),
                older("no nonce", "400 MissingSignatureNonce", "SignatureNonce", ""),
                older("no time", "400 MissingTimestamp", "Timestamp", ""),
                older("malformed time", "400 InvalidTimeStamp.Format", "Timestamp", "today"),
                older("time long ago", "400 InvalidTimeStamp.Expired", "Timestamp", fromNow(Duration.ofMinutes(-16))),
                older("time to come", "400 InvalidTimeStamp.Expired", "Timestamp", fromNow(Duration.ofMinutes(16))),
                older("other algorithm", "400 IncompleteSignature", "SignatureMethod", "HMAC-MD5"));
    }

    private static Stream<BadCall> newerSignatures() {
        return Stream.of(
                newer("time long ago", "400 InvalidTimeStamp.Expired", "x-acs-date", fromNow(Duration.ofMinutes(-16))),
                newer("malformed time", "400 InvalidTimeStamp.Format", "x-acs-date", "today"),
                newer("digest of another body", "400 SignatureDoesNotMatch", "x-acs-content-sha256", "e3b0"),
                new BadCall(
                        "V3: wrong signature",
                        "400 SignatureDoesNotMatch",
                        format -> CALLER.sendV3(CALLER.headersV3("CreateVpc"), Map.of("Format", format), "00ff")),
                new BadCall(
                        "V3: other algorithm",
                        "400 IncompleteSignature",
                        format -> CALLER.send(
                                "POST",
                                Map.of("Format", format),
                                Map.of("authorization", "ACS3-RSA-SHA256 Signature=1", "x-acs-action", "CreateVpc"))),
                new BadCall("V3: reused nonce", "400 SignatureNonceUsed", format -> {
                    SortedMap<String, String> headers = CALLER.headersV3("DescribeSecurityGroups");
                    assertEquals(200, CALLER.callV3(headers, Map.of()).status());
                    headers.put("x-acs-action", "CreateVpc");
                    return CALLER.callV3(headers, Map.of("Format", format));
                }));
    }

    private static Stream<BadCall> otherWays() {
        return Stream.of(
                new BadCall("V1: reused nonce", "400 SignatureNonceUsed", format -> {
                    Map<String, String> read = new TreeMap<>(CALLER.parametersV1(Map.of()));
                    read.put("Action", "DescribeSecurityGroups");
                    assertEquals(200, CALLER.callV1("GET", read).status());
                    read.putAll(Map.of("Action", "CreateVpc", "Format", format));
                    return CALLER.callV1("POST", read);
                }),
                older("no action", "400 MissingAction", "Action", ""),
                new BadCall("PUT", "400 UnsupportedHTTPMethod", format -> CALLER.callV1("PUT", vpc(format))),
                new BadCall("DELETE", "400 UnsupportedHTTPMethod", format -> CALLER.callV1("DELETE", vpc(format))),
                new BadCall("signed for another method", "400 SignatureDoesNotMatch", format -> {
                    SortedMap<String, String> parameters = CALLER.parametersV1(vpc(format));
                    parameters.put(
                            "Signature",
                            Signing.v1("GET", parameters, NODE.key().accessKeySecret()));
                    return CALLER.send("POST", parameters, Map.of());
                }),
                new BadCall(
                        "nothing",
                        "400 MissingAction",
                        format -> CALLER.send(
                                "GET",
                                Map.of(),
                                Map.of("accept", "application/" + format.toLowerCase(java.util.Locale.ROOT)))));
    }

    private static String fromNow(Duration apart) {
        return Caller.now().plus(apart).toString();
    }

    private static SortedMap<String, String> vpc(String format) {
        return new TreeMap<>(Map.of("Action", "CreateVpc", "Format", format));
    }

    private static BadCall older(String what, String expected, String parameter, String value) {
        return new BadCall("V1: " + what, expected, format -> {
            SortedMap<String, String> parameters = vpc(format);
            parameters.put(parameter, value);
            return CALLER.callV1("POST", parameters);
        });
    }

    private static BadCall newer(String what, String expected, String header, String value) {
        return new BadCall("V3: " + what, expected, format -> {
            SortedMap<String, String> headers = CALLER.headersV3("CreateVpc");
            headers.put(header, value);
            return CALLER.callV3(headers, Map.of("Format", format));
        });
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void badCallIsToldWhyAndChangesNothing(BadCall call) {
        for (String format : List.of("JSON", "XML")) {
            Revision before = NODE.revision();
            Answer answer = call.sent().apply(format);
            ErrorBody error = ErrorBody.read(answer);
            assertThat(answer.contentType()).contains(format.toLowerCase(java.util.Locale.ROOT));
            assertEquals(call.expected(), answer.status() + " " + error.code(), error::message);
            error.assertComplete(NODE.authority());
            assertEquals(before, NODE.revision());
        }
    }

    @Test
    void sameCallsAreGoodOnceNothingIsWrongWithThem() {
        assertEquals(200, CALLER.callV1("POST", vpc("JSON")).status());
        assertEquals(200, CALLER.callV1("GET", vpc("XML")).status());
        assertEquals(200, CALLER.callV3(CALLER.headersV3("CreateVpc"), Map.of()).status());
    }

    @Test
    void formatThatIsNotOfferedIsRefused() {
        Answer answer = CALLER.callV1("POST", vpc("YAML"));
        assertEquals(
                "400 InvalidParameter.Format",
                answer.status() + " " + ErrorBody.read(answer).code());
    }
}
