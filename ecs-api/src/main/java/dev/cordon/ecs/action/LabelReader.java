package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.LabelCommands;
import dev.cordon.ecs.error.LabelErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads tags and resource groups. There is nobody here who makes resource groups, so any id does.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources Tag
final class LabelReader {

    private static final int TAG_COUNT_MAX = LabelCommands.TAGS_PER_OBJECT_MAX;
    private static final int KEY_LENGTH_MAX = 128;
    private static final int VALUE_LENGTH_MAX = 128;
    private static final Pattern RESERVED = Pattern.compile("^(aliyun|acs:).*", Pattern.CASE_INSENSITIVE);

    /// What an action takes that makes something with labels, or lists by them.
    static final String[] PARAMETERS = {"ResourceGroupId", "Tag.N.Key", "Tag.N.Value"};

    private LabelReader() {}

    /// Returns the labels of something new.
    static Labels read(Parameters parameters) {
        return Labels.of(resourceGroup(parameters), tags(parameters));
    }

    /// Returns a resource group, empty if there is none.
    static String resourceGroup(Parameters parameters) {
        return parameters
                .parsed(
                        "ResourceGroupId",
                        text -> Optional.of(text).filter(Id::isWellFormed),
                        LabelErrors.resourceGroupNotFound())
                .orElse("");
    }

    /// Returns value by key; a tag without a value has the empty one.
    static Map<String, String> tags(Parameters parameters) {
        List<Parameters> given = parameters.nested("Tag");
        if (given.size() > TAG_COUNT_MAX) {
            parameters.wrong(LabelErrors.tooManyTags(TAG_COUNT_MAX));
        }
        Map<String, String> tags = new TreeMap<>();
        for (Parameters tag : given) {
            String key = tag.text("Key").orElse("");
            String value = tag.text("Value").orElse("");
            if (!isKey(key)) {
                parameters.wrong(LabelErrors.malformedKey(KEY_LENGTH_MAX));
            }
            if (value.length() > VALUE_LENGTH_MAX || hasLink(value)) {
                parameters.wrong(LabelErrors.malformedValue(VALUE_LENGTH_MAX));
            }
            if (tags.put(key, value) instanceof String) {
                parameters.wrong(LabelErrors.repeatedKey(key));
            }
        }
        return tags;
    }

    /// Returns the tags of a request that must have some.
    static Map<String, String> someTags(Parameters parameters) {
        List<Parameters> given = parameters.nested("Tag");
        if (given.isEmpty()) {
            parameters.wrong(LabelErrors.missingTags());
        }
        limitTags(parameters, "Tag");
        return tags(parameters);
    }

    /// Sees to it that a list of a request has no more tags, or keys, than one call may be about.
    static void limitTags(Parameters parameters, String list) {
        if (parameters.nested(list).size() > TAG_COUNT_MAX) {
            parameters.wrong(LabelErrors.tooManyTagsOfCall(TAG_COUNT_MAX));
        }
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= KEY_LENGTH_MAX
                && !RESERVED.matcher(key).matches()
                && !hasLink(key);
    }

    private static boolean hasLink(String text) {
        return text.contains("http://") || text.contains("https://");
    }
}
