package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.AddressRequest;
import dev.cordon.controlplane.command.Member;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberReaderTest {

    private static final SecurityGroupId FIRST = new SecurityGroupId("sg-1");
    private static final SecurityGroupId SECOND = new SecurityGroupId("sg-2");
    private static final EcsError MALFORMED = NetworkErrors.malformedEniAddress("Address");

    @Test
    void memberIsAnInstanceOrAnEni() {
        assertEquals(
                new Member.OfInstance(new InstanceId("i-1")), MemberReader.read(Given.parameters("InstanceId=i-1")));
        assertEquals(
                new Member.OfEni(new EniId("eni-1")), MemberReader.read(Given.parameters("NetworkInterfaceId=eni-1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    X=1                                   | 400 MissingParameter
                    InstanceId=i/1                        | 400 InvalidInstanceId.Malformed
                    NetworkInterfaceId=eni/1              | 400 InvalidParams.EniId
                    InstanceId=i-1 NetworkInterfaceId=e-1 | 403 InvalidParam.EniIdAndInstanceId.Conflict
                    """)
    void anythingElseIsRefused(String words, String expected) {
        Parameters parameters = Given.parameters(words);
        MemberReader.read(parameters);
        assertEquals(expected, Given.problem(parameters));
    }

    @Test
    void groupsAreOneOrSeveralEachOnce() {
        assertEquals(List.of(), MemberReader.groups(Given.parameters("X=1")));
        assertEquals(List.of(FIRST), MemberReader.groups(Given.parameters("SecurityGroupId=sg-1")));
        assertEquals(
                List.of(SECOND, FIRST),
                MemberReader.groups(
                        Given.parameters("SecurityGroupIds.1=sg-2 SecurityGroupIds.2=sg-1 SecurityGroupIds.3=sg-2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SecurityGroupId=sg-1 SecurityGroupIds.1=sg-2 | 400 InvalidParameter.Conflict
                    SecurityGroupIds.1=sg-1 SecurityGroupIds.2=/ | 400 InvalidSecurityGroupId.Malformed
                    """)
    void groupsNamedInBothWaysOrNotWellAreRefused(String words, String expected) {
        Parameters parameters = Given.parameters(words);
        MemberReader.groups(parameters);
        assertEquals(expected, Given.problem(parameters));
    }

    @Test
    void addressIsAnyUnlessOneIsAskedFor() {
        assertEquals(new AddressRequest.Any(), MemberReader.address(Given.parameters("X=1"), "Address", MALFORMED));
        assertEquals(
                new AddressRequest.Exactly(IpAddress.of("192.0.2.7")),
                MemberReader.address(Given.parameters("Address=192.0.2.7"), "Address", MALFORMED));
        Parameters malformed = Given.parameters("Address=192.0.2");
        MemberReader.address(malformed, "Address", MALFORMED);
        assertEquals("403 InvalidIp.Address", Given.problem(malformed));
    }
}
