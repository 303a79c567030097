/// Commands decided against a state; pure.
///
/// ```java
/// switch (Decide.decide(new Command.DeleteGroup(group), state, Quotas.DEFAULT)) {
///   case Decision.Accepted(var changes, var answer) -> commit(changes, answer);
///   case Decision.Rejected(var rejection) -> refuse(rejection);
/// }
/// ```
///
/// What may be in a state is decided here and nowhere else: every reference leads somewhere, no
/// quota is exceeded, no rule contradicts itself.
@NullMarked
package dev.cordon.controlplane.command;

import org.jspecify.annotations.NullMarked;
