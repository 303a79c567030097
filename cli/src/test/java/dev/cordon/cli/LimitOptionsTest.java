package dev.cordon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.cli.node.Node;
import dev.cordon.controlplane.command.Quota;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.http.Throttle;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/// Quotas and rates of the command line.
class LimitOptionsTest {

    @Command
    private static final class Limited {

        @Mixin
        private LimitOptions options;
    }

    private static Node.Limits limits(String... arguments) {
        Limited limited = new Limited();
        new CommandLine(limited).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return limited.options.limits();
    }

    @Test
    void nothingSaidIsTheDefault() {
        assertEquals(new Node.Limits(Quotas.DEFAULT, Throttle.Rates.ANY), limits());
    }

    @Test
    void quotasAndRatesMayBeGivenSeveralTimes() {
        Node.Limits limits = limits(
                "--quota", "groups-per-eni=5",
                "--quota", "groups-per-region=7",
                "--throttle-account", "100",
                "--throttle-action", "CreateSecurityGroup=2",
                "--throttle-action", "DeleteSecurityGroup=3");
        assertEquals(5, limits.quotas().groupsPerEni());
        assertEquals(7, limits.quotas().groupsPerRegion());
        assertEquals(Quotas.RULE_WEIGHT_PER_ENI_MAX, limits.quotas().ruleWeightPerEni());
        assertEquals(
                new Throttle.Rates(Optional.of(100), Map.of("CreateSecurityGroup", 2, "DeleteSecurityGroup", 3)),
                limits.rates());
    }

    @ParameterizedTest
    @EnumSource
    void everyQuotaCanBeSetAlone(Quota quota) {
        Quotas set = limits("--quota", quota + "=12345").quotas();
        assertThat(set.toString()).containsOnlyOnce("=12345");
        assertEquals(Quotas.DEFAULT, set.with(quota, defaultOf(quota)));
    }

    private static int defaultOf(Quota quota) {
        return switch (quota) {
            case GROUPS_PER_ENI -> Quotas.GROUPS_PER_ENI_MAX;
            case RULE_WEIGHT_PER_ENI -> Quotas.RULE_WEIGHT_PER_ENI_MAX;
            case GROUP_REFERENCES_PER_GROUP -> Quotas.GROUP_REFERENCES_PER_GROUP_MAX;
            case ADDRESSES_PER_BASIC_GROUP -> Quotas.ADDRESSES_PER_BASIC_GROUP_MAX;
            case ENIS_PER_ADVANCED_GROUP -> Quotas.ENIS_PER_ADVANCED_GROUP_MAX;
            case GROUPS_PER_REGION -> Quotas.GROUPS_PER_REGION_MAX;
            case PREFIX_LISTS -> Quotas.Lists.PREFIX_LISTS_PER_REGION_MAX;
            case PORT_LISTS -> Quotas.Lists.PORT_LISTS_PER_REGION_MAX;
            case GROUPS_PER_PREFIX_LIST -> Quotas.Lists.GROUPS_PER_PREFIX_LIST_MAX;
            case ENIS_PER_INSTANCE -> Quotas.Enis.PER_INSTANCE_MAX;
            case ADDRESSES_PER_ENI -> Quotas.Enis.ADDRESSES_PER_ENI_MAX;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--quota=groups-per-eni=0",
                "--quota=nothing=1",
                "--throttle-account=0",
                "--throttle-action=CreateVpc=-1"
            })
    void whatIsNoLimitIsRefused(String argument) {
        assertThrows(ParameterException.class, () -> limits(argument));
    }
}
