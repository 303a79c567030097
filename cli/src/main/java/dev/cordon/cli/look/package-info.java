/// The printers of the levels.
@NullMarked
package dev.cordon.cli.look;

import org.jspecify.annotations.NullMarked;
