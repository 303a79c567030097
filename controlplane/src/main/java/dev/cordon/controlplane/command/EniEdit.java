package dev.cordon.controlplane.command;

import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.SourceDestCheck;
import java.util.List;

/// What changes of an ENI.
///
/// @param groups all that it is to be in afterwards
/// @spec https://alibabacloud.com/help/en/ecs/api-modifynetworkinterfaceattribute
/// ModifyNetworkInterfaceAttribute
public record EniEdit(DetailsEdit details, Edit<List<SecurityGroupId>> groups, Settings settings) {

    public record Settings(Edit<OnRelease> onRelease, Edit<SourceDestCheck> check, TrackingEdit tracking) {

        public EniSettings over(EniSettings old) {
            return old.with(tracking.over(old.tracking()))
                    .with(onRelease.over(old.onRelease()))
                    .with(check.over(old.sourceDestCheck()));
        }
    }
}
