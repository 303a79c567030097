package dev.cordon.cli.account;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cordon account token`.
@Command(
        name = "token",
        description = "Make a temporary key with its token; both are shown this once.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Mixin
    private Allowed allowed;

    @Parameters(paramLabel = "ACCOUNT", description = "Its number.")
    private String account;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it is good, from 15 to 720. Default: ${DEFAULT-VALUE}.")
    private long minutes;

    @Override
    public Integer call() {
        String seconds = String.valueOf(Duration.ofMinutes(minutes).toSeconds());
        return asking.print(asking.client()
                .tell(
                        "account-token",
                        new TreeMap<>(Map.of("Account", account, "Policy", allowed.policy(), "Seconds", seconds))));
    }
}
