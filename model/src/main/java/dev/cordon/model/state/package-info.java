/// Everything the user has said, folded from changes.
@NullMarked
package dev.cordon.model.state;

import org.jspecify.annotations.NullMarked;
