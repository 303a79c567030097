/// Random states and flows for the tests of all modules.
@NullMarked
package dev.cordon.model;

import org.jspecify.annotations.NullMarked;
