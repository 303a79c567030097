package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Labels;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What changes of the labels of objects.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-tagresources TagResources
/// @spec https://alibabacloud.com/help/en/ecs/api-untagresources UntagResources
public sealed interface LabelEdit {

    /// @param tags value by key; they replace those of the same key
    record Tag(Map<String, String> tags) implements LabelEdit {

        public Tag {
            tags = Map.copyOf(tags);
        }
    }

    /// Takes the tags of these keys away.
    record Untag(List<String> keys) implements LabelEdit {

        public Untag {
            keys = List.copyOf(keys);
        }
    }

    /// Takes these tags away where the value is that one, too.
    record UntagExactly(Map<String, String> tags) implements LabelEdit {

        public UntagExactly {
            tags = Map.copyOf(tags);
        }
    }

    record UntagAll() implements LabelEdit {}

    record Move(String resourceGroup) implements LabelEdit {}

    default Labels over(Labels old) {
        return switch (this) {
            case Tag(var tags) -> old.with(tags);
            case Untag(var keys) -> old.without(keys);
            case UntagExactly(var tags) -> {
                SortedMap<String, String> left = new TreeMap<>(old.tags());
                left.entrySet().removeAll(tags.entrySet());
                yield new Labels(old.resourceGroup(), left);
            }
            case UntagAll() -> old.without(old.tags().keySet());
            case Move(var group) -> old.inResourceGroup(group);
        };
    }
}
