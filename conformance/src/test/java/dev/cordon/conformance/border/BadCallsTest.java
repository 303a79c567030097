package dev.cordon.conformance.border;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.conformance.border.Caller.Answer;
import dev.cordon.conformance.sdk.RunningNode;
import dev.cordon.model.state.Revision;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every call that the user got wrong has its documented code and status, in JSON and in XML, and
/// changes nothing.
///
/// A call is an action and its parameters; `$` and a name stand for an object made beforehand.
class BadCallsTest {

    @AutoClose
    private static final RunningNode NODE = RunningNode.start();

    private static final Caller CALLER = new Caller(NODE.key());
    private static final Map<String, String> MADE = new TreeMap<>();
    private static final Pattern NAME = Pattern.compile("\\$([a-z]+)");

    @BeforeAll
    static void makeObjects() {
        make("vpc", "CreateVpc CidrBlock=10.0.0.0/8", "/VpcId");
        make("othervpc", "CreateVpc CidrBlock=10.0.0.0/8", "/VpcId");
        make("vswitch", "CreateVSwitch VpcId=$vpc CidrBlock=10.1.0.0/29 ZoneId=z", "/VSwitchId");
        make("basic", "CreateSecurityGroup VpcId=$vpc", "/SecurityGroupId");
        make("peer", "CreateSecurityGroup VpcId=$vpc", "/SecurityGroupId");
        make("advanced", "CreateSecurityGroup VpcId=$vpc SecurityGroupType=enterprise", "/SecurityGroupId");
        make("elsewhere", "CreateSecurityGroup VpcId=$othervpc", "/SecurityGroupId");
        make("eni", "CreateNetworkInterface VSwitchId=$vswitch SecurityGroupId=$basic", "/NetworkInterfaceId");
        make("instance", "RunInstances VSwitchId=$vswitch SecurityGroupId=$basic", "/InstanceIdSets/InstanceIdSet/0");
        make(
                "attached",
                "DescribeNetworkInterfaces InstanceId=$instance",
                "/NetworkInterfaceSets/NetworkInterfaceSet/0/NetworkInterfaceId");
        call("AuthorizeSecurityGroup SecurityGroupId=$basic IpProtocol=all PortRange=-1/-1 SourceGroupId=$peer");
    }

    private static void make(String name, String call, String pointer) {
        String id = call(call).json().at(pointer).asString();
        MADE.put(name, id);
    }

    private static Answer call(String text) {
        Answer answer = CALLER.callV1("POST", parameters(text));
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private static SortedMap<String, String> parameters(String text) {
        SortedMap<String, String> parameters = new TreeMap<>();
        String[] words = NAME.matcher(text)
                .replaceAll(name -> MADE.getOrDefault(name.group(1), name.group()))
                .split(" +");
        parameters.put("Action", words[0]);
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            parameters.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return parameters;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "bad-calls.csv", delimiter = '|', maxCharsPerColumn = 8_192)
    void badCallHasItsCodeAndChangesNothing(int status, String code, String call) {
        for (String format : new String[] {"JSON", "XML"}) {
            Revision before = NODE.revision();
            SortedMap<String, String> parameters = parameters(call);
            parameters.put("Format", format);
            Answer answer = CALLER.callV1("POST", parameters);
            ErrorBody error = ErrorBody.read(answer);
            assertEquals(status + " " + code, answer.status() + " " + error.code(), error::message);
            error.assertComplete(NODE.authority());
            assertEquals(before, NODE.revision());
        }
    }
}
