package dev.cordon.cli.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cordon log`.
@Command(
        name = "log",
        description = "Print who changed what, when and from where, the oldest first.",
        mixinStandardHelpOptions = true)
public final class LogCommand implements Callable<Integer> {

    @Mixin
    private Asking asking;

    @Option(
            names = "--after",
            paramLabel = "REVISION",
            defaultValue = "0",
            description = "Begin behind this revision. Default: ${DEFAULT-VALUE}.")
    private long after;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many changes, up to 1000. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Override
    public Integer call() {
        return asking.print(asking.client()
                .ask("log", new TreeMap<>(Map.of("after", String.valueOf(after), "count", String.valueOf(count)))));
    }
}
