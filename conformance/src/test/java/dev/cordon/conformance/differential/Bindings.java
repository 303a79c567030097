package dev.cordon.conformance.differential;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import java.util.ArrayList;
import java.util.List;

/// Links for generated states.
public final class Bindings {

    private Bindings() {}

    /// Returns one link for each ENI of a state.
    public static List<Binding> ofEach(PolicyState state, LinkKind kind) {
        List<Binding> bindings = new ArrayList<>();
        for (Eni eni : state.enis().toList()) {
            bindings.add(new Binding("tap" + bindings.size(), eni.id(), kind));
        }
        return bindings;
    }

    /// Returns a link whose ENI no state has.
    public static Binding unknown(String link) {
        return new Binding(link, new EniId("eni-nobody"), LinkKind.GUEST);
    }

    public static HostView view(PolicyState state, List<Binding> bindings) {
        return Compiler.view(
                Profile.ALIYUN_DEFAULT,
                state,
                new Revision(4),
                bindings.stream().map(Binding::eni).toList());
    }
}
