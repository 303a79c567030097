package dev.cordon.ecs.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.Quota;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.action.Documented;
import dev.cordon.ecs.error.Unproduced.Error;
import dev.cordon.ecs.http.HttpReply;
import dev.cordon.model.state.Revision;
import dev.cordon.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every error that is documented of the actions that matter most is answered to some call, or the
/// manual says why it never is.
///
/// The manual's list is made from what is left. Where a difference is meant, it is written anew
/// with `mvn -pl ecs-api -am test -Dcordon.golden=write`, and the difference is read in review.
class DocumentedErrorsTest {

    private static final List<String> ACTIONS = List.of(
            "CreateSecurityGroup",
            "DeleteSecurityGroup",
            "DescribeSecurityGroups",
            "DescribeSecurityGroupAttribute",
            "ModifySecurityGroupAttribute",
            "ModifySecurityGroupPolicy",
            "AuthorizeSecurityGroup",
            "AuthorizeSecurityGroupEgress",
            "RevokeSecurityGroup",
            "RevokeSecurityGroupEgress",
            "ModifySecurityGroupRule",
            "ModifySecurityGroupEgressRule",
            "TagResources",
            "UntagResources",
            "ListTagResources",
            "CreateNetworkInterface",
            "DescribeNetworkInterfaces",
            "ModifyNetworkInterfaceAttribute",
            "AttachNetworkInterface",
            "DetachNetworkInterface",
            "DeleteNetworkInterface",
            "RunInstances",
            "DescribeInstances",
            "ModifyInstanceAttribute",
            "DeleteInstance",
            "DeleteInstances",
            "JoinSecurityGroup",
            "LeaveSecurityGroup",
            "DescribeSecurityGroupReferences");

    private static final Path MANUAL = Path.of("..", "docs", "reference", "exceptions.md");
    private static final String BEGIN = "<!-- begin of what DocumentedErrorsTest writes -->\n";
    private static final boolean WRITES = "write".equals(System.getProperty("cordon.golden"));

    private static final PreparedCloud CLOUD = new PreparedCloud();

    /// @param told status and code
    /// @param quota such as `groups-per-eni=1`, or empty
    record Case(String told, String quota, String call) {

        String action() {
            return call.split(" ")[0];
        }

        Quotas quotas() {
            if (quota.isEmpty()) {
                return Quotas.DEFAULT;
            }
            int equals = quota.indexOf('=');
            String name = quota.substring(0, equals).replace('-', '_').toUpperCase(Locale.ROOT);
            return Quotas.DEFAULT.with(Quota.valueOf(name), Integer.parseInt(quota.substring(equals + 1)));
        }
    }

    static List<Case> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DocumentedErrorsTest.class.getResourceAsStream("documented-errors.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *", -1))
                    .map(row -> new Case(row[0], row[1], row[2]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void callIsAnsweredAsDocumentedAndChangesNothing(Case given) {
        Revision before = CLOUD.revision();
        HttpReply reply = CLOUD.reply(given.call(), given.quotas());
        String code = Json.parse(reply.body()).orElseThrow().path("Code").asString("");
        assertEquals(given.told(), reply.status() + " " + code, reply::body);
        assertEquals(before, CLOUD.revision());
        assertThat(documented()).contains(new Error(given.action(), given.told()));
    }

    @Test
    void whatIsNeverAnsweredHasOneReason() throws IOException {
        Set<Error> left = left();
        assertThat(Unproduced.withoutOneReason(left)).isEmpty();
        assertThat(Unproduced.needless(left)).isEmpty();
    }

    @Test
    void theManualSaysWhatIsNeverAnswered() throws IOException {
        String manual = Files.readString(MANUAL);
        String before = manual.substring(0, manual.indexOf(BEGIN) + BEGIN.length());
        String wanted = before + Unproduced.table(left());
        if (WRITES) {
            Files.writeString(MANUAL, wanted);
        }
        assertEquals(wanted, Files.readString(MANUAL), () -> "differs from " + MANUAL);
    }

    private static Set<Error> left() throws IOException {
        Set<Error> left = new LinkedHashSet<>(documented());
        cases().forEach(answered -> left.remove(new Error(answered.action(), answered.told())));
        return left;
    }

    private static Set<Error> documented() {
        return ACTIONS.stream()
                .flatMap(DocumentedErrorsTest::documented)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Error> documented(String action) {
        return Documented.of(action, "2014-05-26").orElseThrow().errors().stream()
                .map(told -> new Error(action, told));
    }
}
