package dev.cordon.model.policy;

import java.util.regex.Pattern;

/// The name of an object, given by the system and never used again.
///
/// Letters, digits, `-` and `_`, at most [#LENGTH_MAX]: safe in a kernel comment, a file name, a
/// key.
public sealed interface Id
        permits EniId, InstanceId, PortListId, PrefixListId, RuleId, SecurityGroupId, VSwitchId, VpcId {

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouppolicy
    ///     InvalidSecurityGroupId.Malformed
    int LENGTH_MAX = 100;

    Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1," + LENGTH_MAX + "}");

    String value();

    /// Tells whether text could be the name of an object.
    static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /// Returns the text unchanged.
    ///
    /// @throws IllegalArgumentException if it is not an id
    static String checked(String value) {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an id `" + value + "`");
        }
        return value;
    }
}
