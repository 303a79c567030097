/// Vectors as JSON: what a case describes, read into the model and written from it.
@NullMarked
package dev.cordon.cli.vector.form;

import org.jspecify.annotations.NullMarked;
