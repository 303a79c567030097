package dev.cordon.ecs.error;

/// Errors about tags and resource groups.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources TagResources
public final class LabelErrors {

    private LabelErrors() {}

    public static EcsError malformedKey(int lengthMax) {
        return new EcsError(
                "InvalidTagKey.Malformed",
                400,
                "A tag key is malformed; use 1 to " + lengthMax
                        + " characters without http:// and https://, beginning with neither aliyun nor acs:.");
    }

    public static EcsError malformedValue(int lengthMax) {
        return new EcsError(
                "InvalidTagValue.Malformed",
                400,
                "A tag value is malformed; use up to " + lengthMax + " characters without http:// and https://.");
    }

    public static EcsError repeatedKey(String key) {
        return new EcsError("Duplicate.TagKey", 400, "The tag key " + key + " is given twice; give it once.");
    }

    public static EcsError tooManyTags(int countMax) {
        return new EcsError(
                "QuotaExceed.Tags", 403, "A resource has " + countMax + " tags at most; take some away first.");
    }

    public static EcsError resourceGroupNotFound() {
        return new EcsError(
                "InvalidResourceGroup.NotFound",
                404,
                "ResourceGroupId is malformed, so there is no such group; use letters, digits, - and _.");
    }
}
