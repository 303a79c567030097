package dev.cordon.ecs.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.http.HttpCall.Target;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors that are published with the signatures.
class SignatureTest {

    private static final String SECRET_V3 = "YourAccessKeySecret";
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void version1GivesThePublishedSignature() {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "AccessKeyId", "testid",
                "Action", "DescribeRegions",
                "Format", "XML",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                "SignatureVersion", "1.0",
                "Timestamp", "2016-02-23T12:46:24Z",
                "Version", "2014-05-26"));
        assertEquals("OLeaidS1JvxuMvnyHOwuJ+uX5qY=", SignatureV1.signature("GET", parameters, "testsecret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-10-26T10:22:32Z | 3156853299f313e23d1673dc12e1703d | \
                    06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0
                    2023-10-26T09:01:01Z | d410180a5abf7fe235dd9b74aca91fc0 | \
                    e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804
                    """)
    void version3GivesThePublishedSignatures(String date, String nonce, String signature) {
        HttpCall call = new HttpCall(
                new Target(
                        "POST",
                        "/",
                        "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai"),
                Map.of(
                        "host",
                        "ecs.cn-shanghai.aliyuncs.com",
                        "x-acs-action",
                        "RunInstances",
                        "x-acs-content-sha256",
                        EMPTY_SHA256,
                        "x-acs-date",
                        date,
                        "x-acs-signature-nonce",
                        nonce,
                        "x-acs-version",
                        "2014-05-26"),
                Body.EMPTY);
        List<String> signed = List.of(
                "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");
        assertEquals(signature, SignatureV3.signature(SignatureV3.stringToSign(call, signed), SECRET_V3));
        assertEquals(
                "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=" + String.join(";", signed) + ",Signature="
                        + signature,
                SignatureV3.authorization(call, "YourAccessKeyId", SECRET_V3));
    }
}
