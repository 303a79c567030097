/// Asks a running Cordon, with the credentials of this machine.
@NullMarked
package dev.cordon.cli.client;

import org.jspecify.annotations.NullMarked;
