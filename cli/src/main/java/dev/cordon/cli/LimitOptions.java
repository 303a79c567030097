package dev.cordon.cli;

import dev.cordon.cli.node.Node;
import dev.cordon.controlplane.command.PeerReach;
import dev.cordon.controlplane.command.Quota;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.ecs.http.Throttle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How much there may be of what, how far rules reach, and how many calls an account may make.
final class LimitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--quota",
            paramLabel = "NAME=N",
            description = "A quota of each account: ${COMPLETION-CANDIDATES}. May be given several times.")
    private Map<Quota, Integer> quotas = new LinkedHashMap<>();

    @Option(
            names = "--throttle-account",
            paramLabel = "N",
            description = "Calls a second of each account. Default: any number.")
    private Optional<Integer> perAccount = Optional.empty();

    @Option(
            names = "--throttle-action",
            paramLabel = "ACTION=N",
            description = "Calls a second of one action, of each account. May be given several times.")
    private Map<String, Integer> perAction = new LinkedHashMap<>();

    @Option(
            names = "--cross-vpc-references",
            description = "Rules may name groups of other VPCs, if no address can be in both VPCs.")
    private boolean crossVpc;

    Node.Limits limits() {
        Quotas all = Quotas.DEFAULT.with(crossVpc ? PeerReach.JOINED_VPCS : PeerReach.SAME_VPC);
        for (var quota : quotas.entrySet()) {
            all = all.with(quota.getKey(), positive("--quota", quota.getValue()));
        }
        perAccount.ifPresent(rate -> positive("--throttle-account", rate));
        perAction.values().forEach(rate -> positive("--throttle-action", rate));
        return new Node.Limits(all, new Throttle.Rates(perAccount, perAction));
    }

    private int positive(String option, int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), option + " wants at least 1, and not " + number);
        }
        return number;
    }
}
