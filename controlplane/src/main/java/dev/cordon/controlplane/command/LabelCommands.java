package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.LabelRejection.ObjectNotFound;
import dev.cordon.controlplane.command.LabelRejection.TagLimit;
import dev.cordon.model.policy.Described;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Labels;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides commands about the labels of objects of any kind. Who manages an object plays no part.
public final class LabelCommands {

    /// @spec https://alibabacloud.com/help/en/ecs/api-tagresources Tag
    public static final int TAGS_PER_OBJECT_MAX = 20;

    private LabelCommands() {}

    static Decision decide(Command.Relabel command, PolicyState state) {
        List<Change> changes = new ArrayList<>();
        for (Id id : command.objects()) {
            Optional<Described> object = state.described(id);
            if (object.isEmpty()) {
                return Decision.rejected(new ObjectNotFound(id));
            }
            Labels labels = command.edit().over(object.get().details().labels());
            if (labels.tags().size() > TAGS_PER_OBJECT_MAX) {
                return Decision.rejected(new TagLimit(id, TAGS_PER_OBJECT_MAX));
            }
            changes.add(new Change.Put(object.get().with(object.get().details().with(labels))));
        }
        return new Decision.Accepted(changes, new Answer.Done());
    }
}
