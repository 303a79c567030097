/// The store in one SQLite file, for a control plane that is one process.
@NullMarked
package dev.cordon.store.sqlite;

import org.jspecify.annotations.NullMarked;
