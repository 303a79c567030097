package dev.cordon.ecs.error;

import dev.cordon.controlplane.command.LabelRejection;
import dev.cordon.controlplane.command.LabelRejection.ObjectNotFound;
import dev.cordon.controlplane.command.LabelRejection.TagLimit;
import java.util.Collection;

/// Errors about tags and resource groups.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources TagResources
public final class LabelErrors {

    private LabelErrors() {}

    static EcsError of(LabelRejection rejection) {
        return switch (rejection) {
            case ObjectNotFound(var object) -> objectNotFound(object.value());
            case TagLimit(var object, int countMax) -> tooManyTags(countMax);
        };
    }

    public static EcsError objectNotFound(String id) {
        return new EcsError("InvalidResourceId.NotFound", 404, "The resource " + id + " does not exist.");
    }

    public static EcsError missingType() {
        return new EcsError("MissingParameter.ResourceType", 404, "ResourceType is missing; give it.");
    }

    public static EcsError missingTags() {
        return new EcsError("MissingParameter.Tags", 404, "Tag.N is missing; give a key at least.");
    }

    public static EcsError unknownType(Collection<String> types) {
        return new EcsError(
                "InvalidResourceType.NotFound", 404, "ResourceType is not one of " + String.join(", ", types) + ".");
    }

    public static EcsError tooManyObjects(int countMax) {
        return new EcsError(
                "NumberExceed.ResourceIds", 400, "One call is about " + countMax + " resources at most; send several.");
    }

    public static EcsError tooManyTagsOfCall(int countMax) {
        return new EcsError("NumberExceed.Tags", 400, "One call is about " + countMax + " tags at most; send several.");
    }

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
