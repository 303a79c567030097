package dev.cordon.cli.account;

import picocli.CommandLine.Command;

/// `cordon account`: accounts and their access keys.
@Command(
        name = "account",
        description = "Make, list and delete accounts and their access keys.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CreateCommand.class,
            ListCommand.class,
            DeleteCommand.class,
            KeyCommand.class,
            TokenCommand.class,
        })
public final class AccountCommand {}
