package dev.cordon.ecs.action;

import dev.cordon.controlplane.execute.Caller;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.ecs.schema.Takes;

/// Tells a client who it is taken for. Belongs to the product STS.
record GetCallerIdentity(Desk desk) implements Operation {

    private static final Takes TAKES = Takes.of();

    private static final Fields<Caller> ANSWERS = Fields.<Caller>none()
            .text("AccountId", Caller::account)
            .text("Arn", caller -> "acs:ram::" + caller.account() + ":root")
            .text("IdentityType", caller -> "Account")
            .text("PrincipalId", Caller::account)
            .text("UserId", Caller::account)
            .noText("RoleId");

    @Override
    public String version() {
        return Versions.STS;
    }

    @Override
    public Takes takes() {
        return TAKES;
    }

    @Override
    public Fields<?> answers() {
        return ANSWERS;
    }

    @Override
    public EcsResult run(EcsRequest request, Parameters parameters) {
        return Desk.describe(parameters, () -> new EcsResult.Success(ANSWERS.write(request.caller())));
    }
}
