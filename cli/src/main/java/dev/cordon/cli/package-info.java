/// The `cordon` command and its subcommands.
@NullMarked
package dev.cordon.cli;

import org.jspecify.annotations.NullMarked;
