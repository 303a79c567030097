/// What actions take and answer, declared once: the tables that reading and writing go by.
@NullMarked
package dev.cordon.ecs.schema;

import org.jspecify.annotations.NullMarked;
