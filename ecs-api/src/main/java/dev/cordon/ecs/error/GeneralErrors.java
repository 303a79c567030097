package dev.cordon.ecs.error;

/// Errors of any call, before its action is looked at.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/developer-reference/error-codes
/// Common error codes
public final class GeneralErrors {

    private GeneralErrors() {}

    public static EcsError unknownAction(String action) {
        return new EcsError(
                "InvalidAction.NotFound",
                404,
                "Specified api is not found, please check your url and method. No action `" + action
                        + "` of this version is offered here.");
    }

    public static EcsError missing(String parameter) {
        return new EcsError("Missing" + parameter, 400, parameter + " is mandatory for this action.");
    }

    public static EcsError missingParameter(String parameter) {
        return new EcsError(
                "MissingParameter",
                400,
                "The input parameter \"" + parameter
                        + "\" that is mandatory for processing this request is not supplied.");
    }

    public static EcsError invalidParameter(String parameter, String wanted) {
        return new EcsError(
                "InvalidParameter", 400, "The specified parameter \"" + parameter + "\" is not valid: " + wanted + ".");
    }

    public static EcsError invalidDescription() {
        return invalidParameter("Description", "2 to 256 characters that do not begin with http:// or https://");
    }

    /// The misspelling is part of the API, where one action has it.
    public static EcsError invalidDirection() {
        return new EcsError("InvalidParamter", 400, "Direction is not valid; use ingress, egress or all.");
    }

    public static EcsError malformedRequest() {
        return new EcsError(
                "InvalidParameter",
                400,
                "The parameters of the request cannot be decoded, or there are too many of them.");
    }

    public static EcsError unknownFormat() {
        return new EcsError("InvalidParameter.Format", 400, "Format is not offered; use JSON or XML.");
    }

    public static EcsError unsupportedMethod(String method) {
        return new EcsError(
                "UnsupportedHTTPMethod", 400, "HTTP method " + method + " is not offered; use GET or POST.");
    }

    public static EcsError unknownAccessKey() {
        return new EcsError("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found.");
    }

    public static EcsError inactiveAccessKey() {
        return new EcsError(
                "InvalidAccessKeyId.Inactive", 400, "Specified access key is disabled; enable it, or use another one.");
    }

    public static EcsError incompleteSignature() {
        return new EcsError(
                "IncompleteSignature",
                400,
                "The request signature does not conform to the standards of HMAC-SHA1 or ACS3-HMAC-SHA256.");
    }

    /// The official clients compare the end of the message with their own string to sign.
    public static EcsError signatureDoesNotMatch(String stringToSign) {
        return new EcsError(
                "SignatureDoesNotMatch",
                400,
                "Specified signature is not matched with our calculation. server string to sign is:" + stringToSign);
    }

    public static EcsError forbidden(String action) {
        return new EcsError(
                "Forbidden.RAM",
                403,
                "User not authorized to operate on the specified resource: the policy of the access key does not allow "
                        + action + ".");
    }

    public static EcsError throttled() {
        return new EcsError(
                "Throttling.User",
                400,
                "Request was denied due to user flow control; wait as x-acs-retry-after says, and try again.");
    }

    /// A client of a temporary key that sends no token has read half of its credentials.
    public static EcsError missingToken() {
        return new EcsError("MissingSecurityToken", 400, "SecurityToken is mandatory for this action.");
    }

    public static EcsError tokenOfAnotherKey() {
        return new EcsError(
                "InvalidSecurityToken.MismatchWithAccessKey",
                400,
                "Specified SecurityToken does not belong to the access key; send the one that came with it.");
    }

    public static EcsError tokenExpired() {
        return new EcsError(
                "InvalidSecurityToken.Expired", 400, "Specified SecurityToken is expired; ask for another key.");
    }

    public static EcsError nonceUsed() {
        return new EcsError(
                "SignatureNonceUsed", 400, "Specified signature nonce was used already; sign again with a new one.");
    }

    public static EcsError timeExpired() {
        return new EcsError(
                "InvalidTimeStamp.Expired",
                400,
                "Specified time stamp or date value is expired; it is more than 15 minutes from the server's clock.");
    }

    public static EcsError timeMalformed() {
        return new EcsError(
                "InvalidTimeStamp.Format",
                400,
                "Specified time stamp or date value is not well formatted; write it as 2006-01-02T15:04:05Z.");
    }

    public static EcsError malformedToken() {
        return new EcsError(
                "InvalidClientToken.ValueNotSupported",
                400,
                "ClientToken is not valid; use up to 64 ASCII characters without spaces.");
    }

    public static EcsError tokenOfOtherParameters() {
        return new EcsError(
                "IdempotentParameterMismatch",
                400,
                "The request uses the ClientToken of an earlier request with other parameters; use a new one.");
    }

    /// What a dry run answers if all is well.
    public static EcsError dryRun() {
        return new EcsError(
                "DryRunOperation",
                400,
                "Request validation has been passed with DryRun flag set; send it without DryRun to carry it out.");
    }

    public static EcsError conflict() {
        return new EcsError(
                "OperationConflict", 409, "Request was denied due to conflict with a previous request; try again.");
    }

    public static EcsError internal() {
        return new EcsError(
                "InternalError", 500, "The request processing has failed; the server's log has the request id.");
    }

    public static EcsError unavailable() {
        return new EcsError(
                "ServiceUnavailable", 503, "The request has failed due to a temporary failure of the server.");
    }
}
