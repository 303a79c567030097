package dev.cordon.ecs.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cordon.model.policy.AccountId;
import dev.cordon.wire.Parsed;
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
        assertEquals(true, policy.allows("ecs:describesecuritygroups", List.of(GROUP + "*")));
        assertEquals(false, policy.allows("ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1")));
    }

    @Test
    void denialCountsBeforeAllowance() {
        PolicyDocument policy = policy(statement("Allow", "'*'", "'*'") + ","
                + statement("Deny", "['ecs:Delete*']", "['acs:ecs:*:*:securitygroup/sg-keep']"));
        assertEquals(true, policy.allows("ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1")));
        assertEquals(false, policy.allows("ecs:DeleteSecurityGroup", List.of(GROUP + "sg-keep")));
        assertEquals(false, policy.allows("ecs:DeleteSecurityGroup", List.of(GROUP + "sg-1", GROUP + "sg-keep")));
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
        assertEquals(true, policy.allows("ecs:JoinSecurityGroup", List.of(GROUP + "sg-1")));
        assertEquals(
                false,
                policy.allows(
                        "ecs:JoinSecurityGroup", List.of(GROUP + "sg-1", GROUP.replace("securitygroup", "eni") + "e")));
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
                "{'Version':'1','Statement':[{'Effect':'Deny','NotAction':'*','Resource':'*'}]}",
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
                .forEach((action, expected) -> assertEquals(expected, policy.allows(action, List.of("*")), action));
    }
}
