/// Commands that look at what a host does with packets.
@NullMarked
package dev.cordon.cli.watch;

import org.jspecify.annotations.NullMarked;
