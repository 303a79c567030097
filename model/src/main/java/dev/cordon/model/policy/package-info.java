/// The nouns of policy: groups, rules, ENIs, and what they refer to.
@NullMarked
package dev.cordon.model.policy;

import org.jspecify.annotations.NullMarked;
