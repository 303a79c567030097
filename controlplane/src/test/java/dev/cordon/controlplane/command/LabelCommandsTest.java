package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.STATE;
import static dev.cordon.controlplane.command.Sample.eniId;
import static dev.cordon.controlplane.command.Sample.sg;
import static dev.cordon.controlplane.command.Sample.vSwitch;
import static dev.cordon.controlplane.command.Sample.vpc;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Labels;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelCommandsTest {

    private static final DetailsEdit SAME = new DetailsEdit(Edit.keep(), Edit.keep());

    private static PolicyState after(PolicyState state, Command command) {
        return switch (Decide.decide(command, state, Quotas.DEFAULT)) {
            case Decision.Accepted(var changes, var answer) -> state.apply(changes);
            case Decision.Rejected(var rejection) -> throw new AssertionError(rejection);
        };
    }

    private static Labels labels(Id id, PolicyState state) {
        return state.described(id).orElseThrow().details().labels();
    }

    @Test
    void objectsOfEveryKindAreLabelledAtOnce() {
        List<Id> objects = List.of(sg("web"), eniId(2), vpc(1), vSwitch(1));
        PolicyState tagged =
                after(STATE, new Command.Relabel(objects, new LabelEdit.Tag(Map.of("team", "net", "cost", "7"))));
        for (Id id : objects) {
            assertEquals(Labels.of("", Map.of("team", "net", "cost", "7")), labels(id, tagged));
        }
        assertEquals(STATE, after(tagged, new Command.Relabel(objects, new LabelEdit.UntagAll())));
    }

    @Test
    void tagsAreTakenByKeyAndByValue() {
        List<Id> web = List.of(sg("web"));
        PolicyState tagged =
                after(STATE, new Command.Relabel(web, new LabelEdit.Tag(Map.of("team", "net", "cost", "7"))));
        PolicyState untagged = after(tagged, new Command.Relabel(web, new LabelEdit.Untag(List.of("team", "none"))));
        assertEquals(Labels.of("", Map.of("cost", "7")), labels(sg("web"), untagged));
        PolicyState exactly = after(
                tagged, new Command.Relabel(web, new LabelEdit.UntagExactly(Map.of("team", "other", "cost", "7"))));
        assertEquals(Labels.of("", Map.of("team", "net")), labels(sg("web"), exactly));
        PolicyState moved = after(tagged, new Command.Relabel(web, new LabelEdit.Move("rg-7")));
        assertEquals(Labels.of("rg-7", Map.of("team", "net", "cost", "7")), labels(sg("web"), moved));
    }

    @Test
    void networksGetTextsAndIpv6() {
        CidrBlock block = CidrBlock.of("2001:db8:0:900::/56");
        PolicyState enabled = after(STATE, new Command.ModifyVpc(vpc(1), SAME, List.of(block)));
        assertEquals(List.of(block), enabled.vpc(vpc(1)).orElseThrow().ipv6Blocks());
        PolicyState again =
                after(enabled, new Command.ModifyVpc(vpc(1), SAME, List.of(CidrBlock.of("2001:db8:0:a00::/56"))));
        assertEquals(enabled, again);
        PolicyState numbered = after(
                enabled,
                new Command.ModifyVSwitch(
                        vSwitch(1), new DetailsEdit(new Edit.Set<>("front"), Edit.keep()), new Ipv6Subnet.Numbered(3)));
        assertEquals(
                List.of(CidrBlock.of("2001:db8:0:903::/64")),
                numbered.vSwitch(vSwitch(1)).orElseThrow().ipv6Blocks());
        assertEquals(
                MADE.named("front"), numbered.vSwitch(vSwitch(1)).orElseThrow().details());
        assertEquals(
                numbered, after(numbered, new Command.ModifyVSwitch(vSwitch(1), SAME, new Ipv6Subnet.Numbered(3))));
    }
}
