package dev.cordon.cli.account;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cordon account list`.
@Command(
        name = "list",
        description = "List accounts with their keys; no secret is shown.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Override
    public Integer call() {
        return asking.print(asking.client().ask("account-list", new TreeMap<>()));
    }
}
