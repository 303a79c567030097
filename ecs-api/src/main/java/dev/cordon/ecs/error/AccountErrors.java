package dev.cordon.ecs.error;

import dev.cordon.controlplane.account.AccountRejection;
import dev.cordon.controlplane.account.Accounts;

/// Errors about accounts and their keys, by the codes that RAM has.
///
/// @spec https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-errorcodes
/// Error codes
public final class AccountErrors {

    private AccountErrors() {}

    public static EcsError of(AccountRejection rejection) {
        return switch (rejection) {
            case ACCOUNT_NOT_FOUND -> accountNotFound();
            case ACCOUNT_OWNS_OBJECTS ->
                new EcsError("DeleteConflict.Account", 409, "The account still owns objects; delete them first.");
            case NAME_TAKEN ->
                new EcsError("EntityAlreadyExists.Account", 409, "There is an account of that name; choose another.");
            case TOO_MANY_ACCOUNTS ->
                new EcsError(
                        "LimitExceeded.Account",
                        409,
                        "There are " + Accounts.ACCOUNT_COUNT_MAX + " accounts, as many as there may be.");
            case KEY_NOT_FOUND ->
                new EcsError(
                        "EntityNotExist.AccessKey",
                        404,
                        "There is no such access key; the first one stands in credentials.json and stays.");
            case TOO_MANY_KEYS ->
                new EcsError(
                        "LimitExceeded.AccessKey",
                        409,
                        "The account has " + Accounts.KEY_COUNT_MAX + " access keys, as many as it may have.");
        };
    }

    public static EcsError accountNotFound() {
        return new EcsError("EntityNotExist.Account", 404, "There is no such account; list them.");
    }

    public static EcsError malformedPolicy(String problem) {
        return new EcsError("MalformedPolicyDocument", 400, "The policy cannot be used: " + problem + ".");
    }
}
