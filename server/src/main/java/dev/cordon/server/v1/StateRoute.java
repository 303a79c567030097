package dev.cordon.server.v1;

import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.ecs.http.EcsRequest;
import dev.cordon.ecs.http.EcsResult;
import dev.cordon.wire.state.StateAt;
import dev.cordon.wire.state.StateForm;

/// `/v1/state`: everything the user has said.
public record StateRoute(Publisher publisher) implements Route {

    @Override
    public String name() {
        return "state";
    }

    @Override
    public EcsResult answer(EcsRequest request) {
        Snapshot newest = publisher.newest();
        return new EcsResult.Success(StateForm.write(new StateAt(newest.revision(), newest.state())));
    }
}
