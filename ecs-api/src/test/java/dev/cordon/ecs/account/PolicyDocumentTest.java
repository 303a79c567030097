package dev.cordon.ecs.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cordon.ecs.account.Circumstances.Transport;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Parsed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Policies in RAM's form, and the names that they have for what a call is about.
class PolicyDocumentTest {

    private static final String GROUP = "acs:ecs:cn-hangzhou:1000000000000001:securitygroup/";

    private static PolicyDocument policy(String statements) {
        return PolicyDocument.parse(
                        "{'Version':'1','Statement':[%s]}".formatted(statements).replace('\'', '"'))
                .orElseThrow();
    }

    private static final Instant NOW = Instant.parse("2026-06-07T08:09:10Z");

    private static Circumstances from(String source, Transport transport) {
        return new Circumstances(IpAddress.parse(source), transport, NOW);
    }

    private static boolean allows(PolicyDocument policy, String action, List<String> resources) {
        return policy.allows(action, resources, from("192.0.2.7", Transport.PLAIN));
    }

    private static String statement(String effect, String actions, String resources) {
        return "{'Effect':'%s','Action':%s,'Resource':%s}".formatted(effect, actions, resources);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a            | a            | true
            a            | b            | false
            *            | anything     | true
            ecs:Desc*    | ecs:Describe | true
            ecs:Desc*    | vpc:Describe | false
            *:sg/*-x     | acs:sg/a-x-x | true
            *:sg/*-x     | acs:sg/a-x-y | false
            a?c          | abc          | true
            a?c          | ac           | false
            a**          | a            | true
            """)
    void starStandsForAnyTextAndQuestionMarkForOneCharacter(String pattern, String text, boolean expected) {
        assertEquals(expected, Glob.fits(pattern, text));
    }

    @Test
    void manyStarsTakeLittleTime() {
        assertEquals(false, Glob.fits("*a".repeat(3_000), "a".repeat(2_999) + "b"));
    }

    @Test
    void whatNoStatementAllowsIsDenied() {
        PolicyDocument policy = policy(statement("Allow", "'ecs:DescribeSecurityGroups'", "'*'"));
        assertEquals(true, allows(policy, "ecs:describesecuritygroups", List.of(GROUP + "*")));
        assertEquals(false, allows(policy, "ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1")));
    }

    @Test
    void denialCountsBeforeAllowance() {
        PolicyDocument policy = policy(statement("Allow", "'*'", "'*'") + ","
                + statement("Deny", "['ecs:Delete*']", "['acs:ecs:*:*:securitygroup/sg-keep']"));
        assertEquals(true, allows(policy, "ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1")));
        assertEquals(false, allows(policy, "ecs:DeleteSecurityGroup", List.of(GROUP + "sg-keep")));
        assertEquals(false, allows(policy, "ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1", GROUP + "sg-keep")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Allow | *     | *                            | ''    | true
            Allow | ecs:* | *                            | ''    | false
            Allow | *     | acs:ecs:*:*:securitygroup/*  | ''    | false
            Allow | *     | *                            | Allow | true
            Allow | *     | *                            | Deny  | false
            Deny  | *     | *                            | ''    | false
            """)
    void everythingIsAllowedByOneStatementIfNoneDenies(
            String effect, String action, String resource, String other, boolean expected) {
        String first = statement(effect, "'" + action + "'", "'" + resource + "'");
        String both = other.isEmpty() ? first : first + "," + statement(other, "'vpc:DeleteVpc'", "'*'");
        assertEquals(expected, policy(both).allowsEverything());
    }

    @Test
    void everyResourceMustBeAllowed() {
        PolicyDocument policy = policy(statement("Allow", "'ecs:*'", "'acs:ecs:*:*:securitygroup/*'"));
        assertEquals(true, allows(policy, "ecs:JoinSecurityGroup", List.of(GROUP + "sg-1")));
        assertEquals(
                false,
                allows(
                        policy,
                        "ecs:JoinSecurityGroup",
                        List.of(GROUP + "sg-1", GROUP.replace("securitygroup", "eni") + "e")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'Version':'2','Statement':[]}",
                "{'Version':'1','Statement':{}}",
                "{'Version':'1','Statement':[{}]}",
                "{'Version':'1','Statement':[{'Effect':'Maybe','Action':'*','Resource':'*'}]}",
                "{'Version':'1','Statement':[{'Effect':'Deny','NotAction':'*','Action':'*','Resource':'*'}]}",
                "{'Version':'1','Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{}}]}",
                "{'Version':'1','Statement':[{'Effect':'Allow','Action':[1],'Resource':'*'}]}"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertInstanceOf(Parsed.Bad.class, PolicyDocument.parse(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DeleteSecurityGroup        | SecurityGroupId=sg-1                  | ecs securitygroup/sg-1
            CreateSecurityGroup        | VpcId=vpc-1                           | ecs securitygroup/* vpc vpc/vpc-1
            DescribeSecurityGroups     | -                                     | ecs securitygroup/*
            DescribeSecurityGroups     | SecurityGroupIds=["sg-1","sg-2"]      | ecs securitygroup/sg-1 ecs securitygroup/sg-2
            JoinSecurityGroup          | SecurityGroupId=sg-1;InstanceId=i-1   | ecs securitygroup/sg-1 ecs instance/i-1
            DescribeNetworkInterfaces  | NetworkInterfaceId.1=eni-1            | ecs eni/eni-1
            DeleteVpc                  | VpcId=vpc-1                           | vpc vpc/vpc-1
            GetCallerIdentity          | -                                     | ecs *
            """)
    void callIsAboutWhatItNames(String action, String given, String expected) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (String parameter : given.equals("-") ? new String[0] : given.split(";")) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        String shown = String.join(
                " ",
                Resources.of(action, parameters, "cn-hangzhou", AccountId.ROOT).stream()
                        .map(it -> it.replace("acs:", "").replace(":cn-hangzhou:1000000000000001:", " "))
                        .toList());
        assertEquals(expected, shown);
    }

    private static PolicyDocument when(String effect, String condition) {
        String everything = effect.equals("Deny") ? statement("Allow", "'*'", "'*'") + "," : "";
        return policy(
                everything + "{'Effect':'%s','Action':'*','Resource':'*','Condition':%s}".formatted(effect, condition));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'IpAddress':{'acs:SourceIp':['192.0.2.0/24','10.0.0.0/8']}}                 | true
            {'IpAddress':{'acs:SourceIp':'192.0.2.8'}}                                   | false
            {'IpAddress':{'acs:SourceIp':'2001:db8::/32'}}                               | false
            {'NotIpAddress':{'acs:SourceIp':['10.0.0.0/8','192.0.2.0/24']}}              | false
            {'NotIpAddress':{'acs:SourceIp':'10.0.0.0/8'}}                               | true
            {'Bool':{'acs:SecureTransport':'true'}}                                      | false
            {'Bool':{'acs:SecureTransport':['false']}}                                   | true
            {'DateLessThan':{'acs:CurrentTime':'2026-06-07T16:09:11+08:00'}}             | true
            {'DateLessThan':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}                  | false
            {'DateLessThanEquals':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}            | true
            {'DateGreaterThan':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}               | false
            {'DateGreaterThanEquals':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}         | true
            {'DateEquals':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}                    | true
            {'DateNotEquals':{'acs:CurrentTime':'2026-06-07T08:09:10Z'}}                 | false
            {'StringEquals':{'acs:SourceIp':'192.0.2.7'}}                                | true
            {'StringNotEquals':{'acs:SourceIp':['192.0.2.7','192.0.2.8']}}               | false
            {'StringEqualsIgnoreCase':{'acs:SecureTransport':'FALSE'}}                   | true
            {'StringNotEqualsIgnoreCase':{'acs:SecureTransport':'FALSE'}}                | false
            {'StringLike':{'ACS:sourceip':'192.0.2.?'}}                                  | true
            {'StringNotLike':{'acs:SourceIp':'192.*'}}                                   | false
            {'IpAddress':{'acs:SourceIp':'192.0.2.7'},'Bool':{'acs:SecureTransport':'true'}} | false
            """)
    void conditionHolds(String condition, boolean holds) {
        assertEquals(holds, allows(when("Allow", condition), "ecs:DeleteVpc", List.of("*")));
        assertEquals(!holds, allows(when("Deny", condition), "ecs:DeleteVpc", List.of("*")));
        assertEquals(false, when("Allow", condition).allowsEverything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Allow", "Deny"})
    void whatCannotBeToldIsClosed(String effect) {
        PolicyDocument policy = when(effect, "{'IpAddress':{'acs:SourceIp':'192.0.2.7'}}");
        assertEquals(false, policy.allows("ecs:DeleteVpc", List.of("*"), from("local", Transport.TLS)));
        PolicyDocument other = when(effect, "{'NotIpAddress':{'acs:SourceIp':'192.0.2.7'}}");
        assertEquals(false, other.allows("ecs:DeleteVpc", List.of("*"), from("local", Transport.TLS)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'IpAdress':{'acs:SourceIp':'192.0.2.7'}}               | no condition operator `IpAdress`
            {'NumericEquals':{'acs:SourceIp':'7'}}                  | no condition operator `NumericEquals`
            {'IpAddress':{'acs:SourceVpc':'vpc-1'}}                 | no condition key `acs:SourceVpc`
            {'IpAddress':{'acs:CurrentTime':'192.0.2.7'}}           | does not compare `acs:CurrentTime`
            {'IpAddress':{'acs:SourceIp':'everywhere'}}             | with [everywhere]
            {'Bool':{'acs:SecureTransport':'maybe'}}                | with [maybe]
            {'DateEquals':{'acs:CurrentTime':'today'}}              | with [today]
            {'Bool':{}}                                             | condition `Bool` asks for nothing
            {'Bool':{'acs:SecureTransport':[]}}                     | with []
            {'Bool':7}                                              | condition `Bool` asks for nothing
            {}                                                      | block of operators
            7                                                       | block of operators
            """)
    void unknownConditionIsRefusedByName(String condition, String told) {
        String text = "{'Version':'1','Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':%s}]}";
        switch (PolicyDocument.parse(text.formatted(condition).replace('\'', '"'))) {
            case Parsed.Ok<PolicyDocument> good -> throw new AssertionError(good);
            case Parsed.Bad<PolicyDocument>(String problem) ->
                assertThat(problem).contains(told);
        }
    }

    @Test
    void othersAreMeantByNot() {
        PolicyDocument policy = policy("{'Effect':'Allow','NotAction':['ecs:Delete*'],"
                + "'NotResource':'acs:ecs:*:*:securitygroup/sg-keep'}");
        assertEquals(true, allows(policy, "ecs:JoinSecurityGroup", List.of(GROUP + "sg-1")));
        assertEquals(false, allows(policy, "ecs:deletesecuritygroup", List.of(GROUP + "sg-1")));
        assertEquals(false, allows(policy, "ecs:JoinSecurityGroup", List.of(GROUP + "sg-keep")));
        assertEquals(false, policy.allowsEverything());
    }

    @Test
    void everythingIsWhatItsTextSays() {
        assertEquals(
                PolicyDocument.ALL,
                PolicyDocument.parse(PolicyDocument.ALL_TEXT).orElseThrow());
    }

    @Test
    void readOnlyLooksAndChangesNothing() {
        PolicyDocument policy =
                PolicyDocument.parse(PolicyDocument.READ_ONLY_TEXT).orElseThrow();
        Map.of(
                        "ecs:DescribeSecurityGroups", true,
                        "vpc:DescribeVpcs", true,
                        "sts:GetCallerIdentity", true,
                        "ecs:AuthorizeSecurityGroup", false,
                        "cordon:account-create", false)
                .forEach((action, expected) -> assertEquals(expected, allows(policy, action, List.of("*")), action));
    }
}
