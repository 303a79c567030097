package dev.cordon.model.policy;

/// The name of an object, given by the system and never used again.
///
/// Letters, digits, `-` and `_`, at most [#LENGTH_MAX]: safe in a kernel comment, a file name, a
/// key.
public sealed interface Id
        permits EniId, InstanceId, PortListId, PrefixListId, RuleId, SecurityGroupId, VSwitchId, VpcId {

    /// @spec https://alibabacloud.com/help/en/ecs/api-modifysecuritygrouppolicy
    ///     InvalidSecurityGroupId.Malformed
    int LENGTH_MAX = 100;

    String value();

    /// Tells whether text could be the name of an object.
    ///
    /// Implementation note: each object that is read asks this several times, so it is no pattern.
    static boolean isWellFormed(String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!fits(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '_'
                || character == '-';
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
