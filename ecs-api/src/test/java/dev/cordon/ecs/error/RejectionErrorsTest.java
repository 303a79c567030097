package dev.cordon.ecs.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.Rejection;
import dev.cordon.ecs.action.Documented;
import dev.cordon.ecs.error.Rejections.Case;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionErrorsTest {

    /// Named by newer pages than those tables, or by the tables of the product VPC, without a
    /// status; clients tell "gone" and "in use" by 404 and 403.
    private static final Set<String> NOT_IN_THE_TABLES = Set.of(
            "AuthorizedGroupRule.LimitExceed",
            "DependencyViolation.SecurityGroup",
            "DependencyViolation.VSwitch",
            "InvalidCidrBlock.Malformed",
            "InvalidCidrBlock.Overlapped",
            "InvalidGroupAuthParameter.OperationDenied",
            "400 InvalidOperation.DeletionProtection",
            "InvalidOperation.MultiGroupType",
            "InvalidParam.DuplicatePermissions",
            "InvalidParam.SecurityGroupRuleId",
            "InvalidParameter.InnerAccessPolicy",
            "InvalidPortRangeListId.NotFound",
            "InvalidSecurityGroupRule.RuleNotExist",
            "LimitExceed.PortRangeListPerRegion",
            "OperationConflict",
            "OperationFailed.VpcNotEnableIpv6");

    static List<Case> rejections() {
        return Rejections.all();
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejectionIsToldAsDocumented(Case rejected) {
        EcsError error = RejectionErrors.of(rejected.rejection(), rejected.command());
        assertEquals(rejected.told(), error.status() + " " + error.code());
        assertThat(Documented.errorsOfAll().contains(rejected.told()))
                .as("documented")
                .isNotEqualTo(NOT_IN_THE_TABLES.contains(rejected.told()) || NOT_IN_THE_TABLES.contains(error.code()));
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
