package dev.cordon.conformance.border;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.conformance.sdk.RunningNode;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every framing and every place of the parameters that unmodified clients use, byte by byte.
class FramingTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static final Caller CALLER = new Caller(NODE.key());
    private static final String NO_FRAMING = "";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static String send(String text) throws IOException {
        try (RawConnection connection = RawConnection.open(NODE.address())) {
            return connection.send(text).answer();
        }
    }

    /// @param rest further headers, each with its line end, an empty line and the body
    private static String request(String method, String query, String rest) {
        return method + " /" + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\nHost: " + NODE.authority()
                + "\r\nConnection: close\r\n" + rest;
    }

    private static SortedMap<String, String> older(String method, Map<String, String> more) {
        SortedMap<String, String> parameters = CALLER.parametersV1(more);
        parameters.put("Action", "DescribeSecurityGroups");
        parameters.put("Signature", Signing.v1(method, parameters, NODE.key().accessKeySecret()));
        return parameters;
    }

    private static String headersV3(Map<String, String> query) {
        SortedMap<String, String> headers = CALLER.headersV3("DescribeSecurityGroups");
        String signature = Signing.v3("POST", query, headers, NODE.key().accessKeySecret());
        String authorization = "Authorization: ACS3-HMAC-SHA256 Credential="
                + NODE.key().accessKeyId() + ",SignedHeaders=" + String.join(";", headers.keySet()) + ",Signature="
                + signature + "\r\n";
        return authorization
                + headers.entrySet().stream()
                        .filter(header -> !header.getKey().equals("host"))
                        .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                        .collect(Collectors.joining());
    }

    private static void assertAnswered(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"SecurityGroups\":{\"SecurityGroup\":[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NO_FRAMING + "\r\n",
                "Content-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                FORM + "\r\n",
                FORM + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void postWithoutABodyIsReadInEveryFraming(String rest) throws IOException {
        assertAnswered(send(request("POST", Signing.query(older("POST", Map.of())), rest)));
        Map<String, String> query = Map.of("RegionId", "cn-hangzhou", "Tag.1.Key", "k 1+2*~");
        assertAnswered(send(request("POST", Signing.query(query), headersV3(query) + rest)));
    }

    @Test
    void getIsReadWithEmptyParametersSigned() throws IOException {
        SortedMap<String, String> parameters = older("GET", Map.of("SignatureType", "", "Description", ""));
        assertAnswered(send(request("GET", Signing.query(parameters), "\r\n")));
    }

    @Test
    void everythingMayStandInTheForm() throws IOException {
        String form = Signing.query(older("POST", Map.of()));
        assertAnswered(send(request("POST", "", FORM + "Content-Length: " + form.length() + "\r\n\r\n" + form)));
        String chunked = Signing.query(older("POST", Map.of()));
        assertAnswered(send(request(
                "POST",
                "",
                FORM + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(chunked.length()) + "\r\n" + chunked
                        + "\r\n0\r\n\r\n")));
    }

    @Test
    void queryAndFormAreOneSetOfParameters() throws IOException {
        SortedMap<String, String> query = older("POST", Map.of("SecurityGroupName", "a b", "PageSize", "5"));
        SortedMap<String, String> form = new TreeMap<>();
        form.put("SecurityGroupName", query.remove("SecurityGroupName"));
        form.put("PageSize", query.remove("PageSize"));
        String body = Signing.query(form).replace("%20", "+");
        assertThat(send(request(
                        "POST",
                        Signing.query(query),
                        FORM.toLowerCase(java.util.Locale.ROOT) + "Content-Length: " + body.length() + "\r\n\r\n"
                                + body)))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"PageSize\":5");
    }

    @Test
    void parameterCountsBeforeTheHeader() throws IOException {
        assertAnswered(send(request(
                "GET",
                Signing.query(older("GET", Map.of())),
                "x-acs-action: describeVpcs\r\nx-acs-version: 2016-04-28\r\n\r\n")));
    }
}
