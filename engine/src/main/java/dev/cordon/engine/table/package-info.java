/// The meaning of clauses in tables: a verdict costs few memory accesses and no object.
@NullMarked
package dev.cordon.engine.table;

import org.jspecify.annotations.NullMarked;
