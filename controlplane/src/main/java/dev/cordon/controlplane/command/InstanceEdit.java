package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.SecurityGroupId;
import java.util.List;

/// What changes of an instance.
///
/// @param groups all that its primary ENI is to be in afterwards
/// @spec https://alibabacloud.com/help/en/ecs/api-modifyinstanceattribute ModifyInstanceAttribute
public record InstanceEdit(
        DetailsEdit details, Edit<String> hostName, Edit<Deletion> deletion, Edit<List<SecurityGroupId>> groups) {

    Instance over(Instance old) {
        return old.with(details.over(old.details()))
                .withHostName(hostName.over(old.hostName()))
                .with(deletion.over(old.deletion()));
    }
}
