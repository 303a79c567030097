package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.NewInstance;
import dev.cordon.ecs.error.MemberErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.Power;
import java.util.regex.Pattern;

/// What is read alike of new instances, however many there are to be.
///
/// @param machineType empty if none was given
/// @spec https://alibabacloud.com/help/en/ecs/api-runinstances RunInstances
record InstanceReader(String machineType, String hostName, Deletion deletion, Details details) {

    static final String[] PARAMETERS = {
        "DeletionProtection?",
        "Description",
        "HostName",
        "InstanceName",
        "InstanceType",
        "PrivateIpAddress",
        "ResourceGroupId",
        "SecurityGroupId",
        "Tag.N.Key",
        "Tag.N.Value",
        "VSwitchId"
    };

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{1,63}");

    static InstanceReader read(Parameters parameters, Desk desk) {
        String name = Texts.name(parameters, "InstanceName", MemberErrors.malformedInstanceName());
        String description = Texts.description(parameters, MemberErrors.malformedInstanceDescription());
        String type = Texts.matching(parameters, "InstanceType", TYPE, MemberErrors.malformedInstanceType());
        Details details = new Details(name, description, desk.now(), LabelReader.read(parameters));
        return new InstanceReader(
                type,
                hostName(parameters),
                parameters.isTrue("DeletionProtection") ? Deletion.PROTECTED : Deletion.ALLOWED,
                details);
    }

    static String hostName(Parameters parameters) {
        return Texts.matching(parameters, "HostName", HOST_NAME, MemberErrors.malformedHostName());
    }

    /// Returns one of the instances. One without a name is named by its id.
    NewInstance instance(Ids ids, Power power) {
        return instance(ids, power, new Details("", "", details.createdAt()));
    }

    /// Returns one of the instances, with what is said of its primary ENI.
    NewInstance instance(Ids ids, Power power, Details ofEni) {
        InstanceId id = ids.instance();
        EniId eni = ids.eni();
        Details named = details.name().isEmpty() ? details.named(id.value()) : details;
        return new NewInstance(id, eni, EniSettings.of(Ids.mac(eni)), hostName, power, deletion, named, ofEni);
    }
}
