package dev.cordon.cli.account;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `cordon account key`.
@Command(
        name = "key",
        description = "Make, disable, enable and delete access keys.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeyCommand.Create.class,
            KeyCommand.Disable.class,
            KeyCommand.Enable.class,
            KeyCommand.Delete.class,
        })
final class KeyCommand {

    @Command(
            name = "create",
            description = "Make a key of an account; its secret is shown this once.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        @Mixin
        private Asking asking;

        @Mixin
        private Allowed allowed;

        @Parameters(paramLabel = "ACCOUNT", description = "Its number.")
        private String account;

        @Override
        public Integer call() {
            return asking.print(asking.client()
                    .tell("account-key-create", new TreeMap<>(Map.of("Account", account, "Policy", allowed.policy()))));
        }
    }

    /// What is done to a key that there is.
    private abstract static class OfKey implements Callable<Integer> {

        @Mixin
        private Asking asking;

        @Parameters(paramLabel = "KEY", description = "The id of the key.")
        private String key;

        Integer tell(String route, Map<String, String> more) {
            TreeMap<String, String> parameters = new TreeMap<>(more);
            parameters.put("AccessKeyId", key);
            return asking.print(asking.client().tell(route, parameters));
        }
    }

    @Command(
            name = "disable",
            description = "Let no call be signed with a key, until it is enabled.",
            mixinStandardHelpOptions = true)
    static final class Disable extends OfKey {

        @Override
        public Integer call() {
            return tell("account-key-update", Map.of("Status", "Inactive"));
        }
    }

    @Command(name = "enable", description = "Let a key be used again.", mixinStandardHelpOptions = true)
    static final class Enable extends OfKey {

        @Override
        public Integer call() {
            return tell("account-key-update", Map.of("Status", "Active"));
        }
    }

    @Command(name = "delete", description = "Delete a key.", mixinStandardHelpOptions = true)
    static final class Delete extends OfKey {

        @Override
        public Integer call() {
            return tell("account-key-delete", Map.of());
        }
    }
}
