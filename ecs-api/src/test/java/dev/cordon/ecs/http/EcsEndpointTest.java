package dev.cordon.ecs.http;

import static dev.cordon.ecs.http.SignedCalls.body;
import static dev.cordon.ecs.http.SignedCalls.form;
import static dev.cordon.ecs.http.SignedCalls.get;
import static dev.cordon.ecs.http.SignedCalls.headersV3;
import static dev.cordon.ecs.http.SignedCalls.parametersV1;
import static dev.cordon.ecs.http.SignedCalls.signedV1;
import static dev.cordon.ecs.http.SignedCalls.signedV3;
import static dev.cordon.ecs.http.SignedCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.http.HttpCall.Target;
import dev.cordon.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EcsEndpointTest {

    private static final Instant NOW = Instant.parse(SignedCalls.TIME);
    private static final Body FORM = body("B=2&A=%E4%B8%AD");

    /// Answers with what it was asked, or fails if asked to.
    private static final class Echo implements Action {

        @Override
        public String name() {
            return "Echo";
        }

        @Override
        public String version() {
            return "2014-05-26";
        }

        @Override
        public EcsResult run(EcsRequest request) {
            SortedMap<String, String> parameters = request.parameters();
            if (parameters.containsKey("Fail")) {
                return new EcsResult.Failure(new EcsError("Echo.Failed", 403, "a < b & c"));
            }
            ObjectNode body = Json.object().put("A", parameters.getOrDefault("A", ""));
            body.putObject("Items").putArray("Item").add("one").add("two");
            return new EcsResult.Success(body);
        }
    }

    private final EcsEndpoint endpoint = new EcsEndpoint(
            "cn-hangzhou",
            account -> List.of(new Echo()),
            new EcsEndpoint.Gate(new Authenticator(EcsEndpointTest::credential, () -> NOW)),
            () -> "REQUEST-1");

    private static Optional<Credential> credential(String id) {
        return id.equals(SignedCalls.KEY) ? Optional.of(Credential.lasting(SignedCalls.SECRET)) : Optional.empty();
    }

    private String codeOf(HttpCall call) {
        EcsEndpoint.Handled handled = endpoint.handle(call);
        return handled.reply().status() + " " + handled.code();
    }

    private static SortedMap<String, String> echo(String... more) {
        SortedMap<String, String> parameters = parametersV1(Map.of("Action", "Echo"));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    @Test
    void getIsAnsweredInJsonWithTheCharactersAsTheyAre() {
        HttpReply reply =
                endpoint.handle(get(signedV1("GET", echo("A", "中 *~<")))).reply();
        assertEquals(
                new HttpReply(
                        200,
                        "application/json;charset=utf-8",
                        "{\"RequestId\":\"REQUEST-1\",\"A\":\"中 *~<\",\"Items\":{\"Item\":[\"one\",\"two\"]}}"),
                reply);
    }

    @Test
    void listIsSeveralElementsInXml() {
        HttpReply reply = endpoint.handle(get(signedV1("GET", echo("A", "x", "Format", "xml"))))
                .reply();
        assertEquals("text/xml;charset=utf-8", reply.contentType());
        assertThat(reply.body())
                .endsWith("<EchoResponse><RequestId>REQUEST-1</RequestId><A>x</A>"
                        + "<Items><Item>one</Item><Item>two</Item></Items></EchoResponse>");
    }

    @Test
    void errorIsShownInXml() {
        HttpReply reply = endpoint.handle(get(signedV1("GET", echo("Fail", "1", "Format", "XML"))))
                .reply();
        assertEquals(403, reply.status());
        assertThat(reply.body())
                .endsWith("<Error><RequestId>REQUEST-1</RequestId><HostId>ecs.test</HostId><Code>Echo.Failed</Code>"
                        + "<Message>a &lt; b &amp; c</Message>"
                        + "<Recommend>docs/reference/errors.md#Echo.Failed</Recommend></Error>");
    }

    @Test
    void formIsSignedTogetherWithTheQuery() {
        SortedMap<String, String> all = signedV1("POST", echo("A", "from form"));
        SortedMap<String, String> form = new TreeMap<>(all.subMap("A", "B"));
        SortedMap<String, String> query = new TreeMap<>(all);
        form.keySet().forEach(query::remove);
        assertEquals("200 OK", codeOf(form(query, form)));
        form.put("A", "tampered");
        assertEquals("400 SignatureDoesNotMatch", codeOf(form(query, form)));
    }

    @Test
    void emptyValuesMayBeSignedOrLeftOut() {
        assertEquals("200 OK", codeOf(get(signedV1("GET", echo("SignatureType", "")))));
        SortedMap<String, String> leftOut = signedV1("GET", echo());
        leftOut.put("SecurityGroupName", "");
        assertEquals("200 OK", codeOf(get(leftOut)));
    }

    @Test
    void messageOfAWrongSignatureEndsWithTheStringToSign() {
        SortedMap<String, String> signed = signedV1("GET", echo());
        signed.put("A", "added");
        assertThat(endpoint.handle(get(signed)).reply().body())
                .contains("server string to sign is:" + SignatureV1.stringToSign("GET", signed) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "Signature", "SignatureNonce", "Timestamp"})
    void everyPartOfTheOlderSignatureMustBeThere(String name) {
        SortedMap<String, String> signed = signedV1("GET", echo());
        signed.remove(name);
        assertEquals("400 Missing" + name, codeOf(get(signed)));
    }

    @Test
    void formatThatIsNotOfferedIsRefused() {
        assertEquals("400 InvalidParameter.Format", codeOf(get(signedV1("GET", echo("Format", "YAML")))));
    }

    @Test
    void nonceCountsOnce() {
        HttpCall call = get(signedV1("GET", echo()));
        assertEquals("200 OK", codeOf(call));
        assertEquals("400 SignatureNonceUsed", codeOf(call));
    }

    @Test
    void clocksMayBeFifteenMinutesApartAndNoMore() {
        assertEquals("200 OK", codeOf(get(signedV1("GET", echo("Timestamp", "2026-11-24T12:45:00Z")))));
        assertEquals("200 OK", codeOf(get(signedV1("GET", echo("Timestamp", "2026-11-24T13:15:00Z")))));
        assertEquals(
                "400 InvalidTimeStamp.Expired",
                codeOf(get(signedV1("GET", echo("Timestamp", "2026-11-24T12:44:59Z")))));
        assertEquals(
                "400 InvalidTimeStamp.Expired",
                codeOf(get(signedV1("GET", echo("Timestamp", "2026-11-24T13:15:01Z")))));
        assertEquals("400 InvalidTimeStamp.Format", codeOf(get(signedV1("GET", echo("Timestamp", "yesterday")))));
    }

    @Test
    void unknownKeyActionVersionAndMethodAreRefused() {
        assertEquals("404 InvalidAccessKeyId.NotFound", codeOf(get(signedV1("GET", echo("AccessKeyId", "other")))));
        assertEquals("404 InvalidAction.NotFound", codeOf(get(signedV1("GET", echo("Action", "Ecco")))));
        assertEquals("404 InvalidAction.NotFound", codeOf(get(signedV1("GET", echo("Version", "2016-04-28")))));
        assertEquals("400 MissingAction", codeOf(get(signedV1("GET", echo("Action", "")))));
        HttpCall call = get(signedV1("PUT", echo()));
        assertEquals(
                "400 UnsupportedHTTPMethod",
                codeOf(new HttpCall(new Target("PUT", "/", call.target().rawQuery()), call.headers(), call.body())));
    }

    @Test
    void queryThatCannotBeDecodedIsRefused() {
        assertEquals(
                "400 InvalidParameter",
                codeOf(new HttpCall(new Target("GET", "/", "A=%zz"), Map.of("host", "ecs.test"), Body.EMPTY)));
    }

    @Test
    void actionMayStandInTheHeader() {
        HttpReply reply = endpoint.handle(signedV3("A=x%20y", headersV3("echo", Body.EMPTY), Body.EMPTY))
                .reply();
        assertEquals(200, reply.status());
        assertThat(reply.body()).contains("\"A\":\"x y\"");
    }

    @Test
    void partsOfTheAuthorizationAreInAnyOrderAndTheHostNeedNotBeSigned() {
        SortedMap<String, String> headers = headersV3("Echo", Body.EMPTY);
        List<String> signed =
                List.of("x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");
        HttpCall call = new HttpCall(new Target("POST", "/", ""), headers, Body.EMPTY);
        String signature = SignatureV3.signature(SignatureV3.stringToSign(call, signed), SignedCalls.SECRET);
        assertEquals(
                "200 OK",
                codeOf(with(
                        call,
                        "authorization",
                        "ACS3-HMAC-SHA256 Signature=" + signature + ", SignedHeaders=" + String.join(";", signed)
                                + ", Credential=" + SignedCalls.KEY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-acs-action", "x-acs-version", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce"})
    void whatACallIsJudgedByMustBeSigned(String unsigned) {
        SortedMap<String, String> headers = headersV3("Echo", Body.EMPTY);
        List<String> signed =
                headers.keySet().stream().filter(name -> !name.equals(unsigned)).toList();
        HttpCall call = new HttpCall(new Target("POST", "/", ""), headers, Body.EMPTY);
        String signature = SignatureV3.signature(SignatureV3.stringToSign(call, signed), SignedCalls.SECRET);
        assertEquals(
                "400 IncompleteSignature",
                codeOf(with(
                        call,
                        "authorization",
                        "ACS3-HMAC-SHA256 Credential=" + SignedCalls.KEY + ",SignedHeaders=" + String.join(";", signed)
                                + ",Signature=" + signature)));
    }

    @Test
    void formBodyOfVersion3IsReadAndCoveredByItsDigest() {
        SortedMap<String, String> headers = headersV3("Echo", FORM);
        headers.put("content-type", "application/x-www-form-urlencoded");
        HttpCall call = signedV3("", headers, FORM);
        HttpCall tampered = new HttpCall(call.target(), call.headers(), body("B=2&A=%E4%B8%AE"));
        assertEquals("400 SignatureDoesNotMatch", codeOf(tampered));
        assertThat(endpoint.handle(call).reply().body()).contains("\"A\":\"中\"");
    }

    @Test
    void queryAndHeadersOfVersion3AreCoveredByTheSignature() {
        HttpCall call = signedV3("A=x", headersV3("Echo", Body.EMPTY), Body.EMPTY);
        assertEquals(
                "400 SignatureDoesNotMatch",
                codeOf(new HttpCall(new Target("POST", "/", "A=y"), call.headers(), call.body())));
        assertEquals("400 SignatureDoesNotMatch", codeOf(with(call, "x-acs-date", "2026-11-24T13:00:01Z")));
        assertEquals("400 IncompleteSignature", codeOf(with(call, "authorization", "ACS3-RSA-SHA256 Signature=1")));
        assertEquals("200 OK", codeOf(call));
        assertEquals("400 SignatureNonceUsed", codeOf(call));
    }
}
