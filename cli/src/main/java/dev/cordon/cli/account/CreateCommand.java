package dev.cordon.cli.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cordon account create`.
@Command(
        name = "create",
        description = "Make an account with a first key; its secret is shown this once.",
        mixinStandardHelpOptions = true)
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Parameters(paramLabel = "NAME", description = "For people; no two accounts have the same.")
    private String name;

    @Override
    public Integer call() {
        return asking.print(asking.client().tell("account-create", new TreeMap<>(Map.of("Name", name))));
    }
}
