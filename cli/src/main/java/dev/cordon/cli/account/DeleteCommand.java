package dev.cordon.cli.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cordon account delete`.
@Command(
        name = "delete",
        description = "Delete an account that owns nothing, and its keys.",
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Parameters(paramLabel = "ACCOUNT", description = "Its number.")
    private String account;

    @Override
    public Integer call() {
        return asking.print(asking.client().tell("account-delete", new TreeMap<>(Map.of("Account", account))));
    }
}
