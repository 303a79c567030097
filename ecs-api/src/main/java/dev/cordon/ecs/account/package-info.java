/// Who may do what: access keys, policies in RAM's form, and what an operator does about both.
@NullMarked
package dev.cordon.ecs.account;

import org.jspecify.annotations.NullMarked;
