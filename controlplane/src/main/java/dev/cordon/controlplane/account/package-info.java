/// Accounts and their access keys: what is asked about them, and what that changes. Pure.
@NullMarked
package dev.cordon.controlplane.account;

import org.jspecify.annotations.NullMarked;
