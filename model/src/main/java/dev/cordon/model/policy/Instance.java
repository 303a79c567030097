package dev.cordon.model.policy;

/// A machine that ENIs are attached to. Policy never looks at it; the API does.
///
/// @param machineType such as `ecs.g7.large`
/// @param hostName empty if none was given
public record Instance(
        InstanceId id, VpcId vpc, String machineType, String hostName, Power power, Deletion deletion, Details details)
        implements Described {

    /// An instance that runs and may be deleted.
    public Instance(InstanceId id, VpcId vpc, String machineType, String hostName, Details details) {
        this(id, vpc, machineType, hostName, Power.RUNNING, Deletion.ALLOWED, details);
    }

    @Override
    public Instance with(Details changed) {
        return new Instance(id, vpc, machineType, hostName, power, deletion, changed);
    }

    public Instance with(Power changed) {
        return new Instance(id, vpc, machineType, hostName, changed, deletion, details);
    }

    public Instance with(Deletion changed) {
        return new Instance(id, vpc, machineType, hostName, power, changed, details);
    }

    public Instance withHostName(String changed) {
        return new Instance(id, vpc, machineType, changed, power, deletion, details);
    }
}
