/// What the backends of the store have in common; no concern of its callers.
@NullMarked
package dev.cordon.store.backend;

import org.jspecify.annotations.NullMarked;
