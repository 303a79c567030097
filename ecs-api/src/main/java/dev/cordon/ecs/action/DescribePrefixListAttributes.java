package dev.cordon.ecs.action;

import dev.cordon.ecs.error.PermissionErrors;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;
import dev.cordon.model.policy.PrefixListId;

/// Shows a prefix list with its entries, in the order in which they were added.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeprefixlistattributes
/// DescribePrefixListAttributes
record DescribePrefixListAttributes(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of("PrefixListId");

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return PrefixListAnswer.ATTRIBUTES;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        PrefixListId id =
                parameters.id("PrefixListId", PrefixListId::new, PermissionErrors.prefixListNotFound("of that id"));
        return parameters.then(() -> desk.state()
                .prefixList(id)
                .<EcsResult>map(list -> new EcsResult.Success(PrefixListAnswer.ATTRIBUTES.write(list)))
                .orElseGet(() -> new EcsResult.Failure(PermissionErrors.prefixListNotFound(id.value()))));
    }
}
