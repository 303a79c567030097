/// `cordon account` and `cordon log`: who may call, and who has changed what.
@NullMarked
package dev.cordon.cli.account;

import org.jspecify.annotations.NullMarked;
