package dev.cordon.model.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What people sort objects by.
///
/// @param resourceGroup empty for the default one
/// @param tags value by key, in the order of the keys; an empty value is a value
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources TagResources
public record Labels(String resourceGroup, SortedMap<String, String> tags) {

    public static final Labels NONE = new Labels("", Collections.emptySortedMap());

    public Labels {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    public static Labels of(String resourceGroup, Map<String, String> tags) {
        return new Labels(resourceGroup, new TreeMap<>(tags));
    }

    /// Returns these labels with more tags, which replace those of the same key.
    public Labels with(Map<String, String> more) {
        SortedMap<String, String> changed = new TreeMap<>(tags);
        changed.putAll(more);
        return new Labels(resourceGroup, changed);
    }

    public Labels without(Collection<String> keys) {
        SortedMap<String, String> changed = new TreeMap<>(tags);
        keys.forEach(changed::remove);
        return new Labels(resourceGroup, changed);
    }

    public Labels inResourceGroup(String group) {
        return new Labels(group, tags);
    }
}
