package dev.cordon.ecs.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.Rejection;
import dev.cordon.ecs.error.Rejections.Case;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionErrorsTest {

    /// What the error tables of the actions say: statuses by code. Some have two.
    private static final Map<String, Set<Integer>> DOCUMENTED = documented("""
                    400 InstanceSecurityGroupLimitExceeded
                    400 InvalidDestGroupId.Mismatch
                    400 InvalidInstanceId.Mismatch
                    400 InvalidOperation.InvalidEniState
                    400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address
                    400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address
                    400 InvalidParam.PrefixListAddressFamilyMismatch
                    400 InvalidParameter.Conflict
                    400 InvalidParameter.Mismatch
                    400 InvalidParamter.Conflict
                    400 InvalidPriority.ValueNotSupported
                    400 InvalidPrivateIpAddress.Duplicated
                    400 InvalidSecurityGroupId.NotFound
                    400 InvalidSourceGroupId.Mismatch
                    400 JoinedGroupLimitExceed
                    400 MissingParameter
                    400 QuotaExceeded.PrivateIpAddress
                    403 AclLimitExceed
                    403 AuthorizationLimitExceed
                    403 DependencyViolation
                    403 InstanceLastSecurityGroup
                    403 InstanceNotInSecurityGroup
                    403 InstanceSecurityGroupLimitExceeded
                    403 InvalidDestGroupId.Mismatch
                    403 InvalidInstanceId.AlreadyExists
                    403 InvalidOperation.ResourceManagedByCloudProduct
                    403 InvalidOperation.VpcMismatch
                    403 InvalidParamter.Conflict
                    403 InvalidSourceGroupId.Mismatch
                    403 InvalidVSwitchId.IpInvalid
                    403 InvalidVSwitchId.IpNotEnough
                    403 InvalidVpcId.NotFound
                    403 MissingParameter
                    403 QuotaExceed.SecurityGroup
                    403 SecurityGroupInstanceLimitExceed
                    403 SecurityGroupInstanceLimitExceeded
                    404 InvalidDestGroupId.NotFound
                    404 InvalidEniId.NotFound
                    404 InvalidInstanceId.NotFound
                    404 InvalidPrefixListId.NotFound
                    404 InvalidSecurityGroupId.NotFound
                    404 InvalidSourceGroupId.NotFound
                    404 InvalidVSwitchId.NotFound
                    404 InvalidVpcId.NotFound
                    """);

    /// Named by newer pages than those tables, or by the tables of the product VPC, without a
    /// status; clients tell "gone" and "in use" by 404 and 403.
    private static final Set<String> NOT_IN_THE_TABLES = Set.of(
            "AuthorizedGroupRule.LimitExceed",
            "DependencyViolation.SecurityGroup",
            "DependencyViolation.VSwitch",
            "InvalidCidrBlock.Malformed",
            "InvalidCidrBlock.Overlapped",
            "InvalidGroupAuthParameter.OperationDenied",
            "InvalidOperation.DeletionProtection",
            "InvalidOperation.MultiGroupType",
            "InvalidParam.DuplicatePermissions",
            "InvalidParam.SecurityGroupRuleId",
            "InvalidParameter.InnerAccessPolicy",
            "InvalidPortRangeListId.NotFound",
            "InvalidSecurityGroupRule.RuleNotExist",
            "OperationConflict");

    private static Map<String, Set<Integer>> documented(String table) {
        return table.lines()
                .collect(Collectors.groupingBy(
                        line -> line.substring(4),
                        Collectors.mapping(line -> Integer.parseInt(line.substring(0, 3)), Collectors.toSet())));
    }

    static List<Case> rejections() {
        return Rejections.all();
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejectionIsToldAsDocumented(Case rejected) {
        EcsError error = RejectionErrors.of(rejected.rejection(), rejected.command());
        assertEquals(rejected.told(), error.status() + " " + error.code());
        assertThat(DOCUMENTED.getOrDefault(error.code(), Set.of()).contains(error.status()))
                .as("documented")
                .isNotEqualTo(NOT_IN_THE_TABLES.contains(error.code()));
        assertThat(error.message()).matches("(?s)[\\p{L}0-9].*\\.");
    }

    @Test
    void everyRejectionIsHere() {
        assertEquals(
                leaves(Rejection.class).collect(Collectors.toSet()),
                rejections().stream().map(each -> each.rejection().getClass()).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(RejectionErrorsTest::leaves)
                : Stream.of(type);
    }

    @Test
    void messageNamesWhatStandsInTheWay() {
        for (Case rejected : rejections()) {
            if (rejected.told().contains("DependencyViolation")) {
                String message = RejectionErrors.of(rejected.rejection(), rejected.command())
                        .message();
                assertThat(message).containsPattern("(eni-3|sg-2|sg-1|vsw-7).*(first)");
            }
        }
    }
}
