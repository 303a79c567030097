package dev.cordon.cli.look;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.plan.Plan;
import dev.cordon.wire.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ruleset of a host whose guests have these ENIs, as the commands that make it from nothing.
///
/// Link names are made up: which link carries an ENI is known on its host alone.
public final class RulesetText {

    private RulesetText() {}

    public static String of(HostView view) {
        return String.join("\n", commands(view)) + "\n";
    }

    public static JsonNode json(HostView view) {
        ObjectNode root = Json.object().put("revision", view.revision().number());
        ArrayNode listed = root.putArray("commands");
        commands(view).forEach(listed::add);
        return root;
    }

    private static List<String> commands(HostView view) {
        List<Binding> bindings = new ArrayList<>();
        for (EniPolicy policy : view.enis().values().toList()) {
            bindings.add(new Binding("guest" + (bindings.size() + 1), policy.eni(), LinkKind.GUEST));
        }
        return Plan.fromNothing(Lower.lower(view, bindings));
    }
}
