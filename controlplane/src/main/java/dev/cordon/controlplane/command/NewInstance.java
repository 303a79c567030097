package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Power;

/// What is one instance's own among those that are made together.
///
/// @param eni the id of its primary ENI
/// @param hostName empty if none was given
/// @param eniDetails of its primary ENI, whose name is not the instance's
public record NewInstance(
        InstanceId id,
        EniId eni,
        EniSettings settings,
        String hostName,
        Power power,
        Deletion deletion,
        Details details,
        Details eniDetails) {

    /// An instance that runs and may be deleted, and of whose primary ENI nothing is said.
    public NewInstance(InstanceId id, EniId eni, EniSettings settings, String hostName, Details details) {
        this(
                id,
                eni,
                settings,
                hostName,
                Power.RUNNING,
                Deletion.ALLOWED,
                details,
                new Details("", "", details.createdAt()));
    }
}
