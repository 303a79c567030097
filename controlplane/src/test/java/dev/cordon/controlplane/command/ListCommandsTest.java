package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCommandsTest {

    private static final PrefixListId ID = new PrefixListId("pl-7");
    private static final CidrBlock OFFICE = CidrBlock.of("192.0.2.0/24");
    private static final CidrBlock BRANCH = CidrBlock.of("198.51.100.0/25");
    private static final CidrBlock LAB = CidrBlock.of("203.0.113.0/26");
    private static final PrefixList LIST =
            new PrefixList(ID, AddressFamily.IPV4, 2, List.of(OFFICE, BRANCH), Map.of(OFFICE, "office"), MADE);
    private static final DetailsEdit SAME = new DetailsEdit(Edit.keep(), Edit.keep());

    @Test
    void listIsMadeWithItsEntriesInTheirOrder() {
        Map<CidrBlock, String> entries = new LinkedHashMap<>();
        entries.put(OFFICE, "office");
        entries.put(BRANCH, "");
        assertEquals(
                Decision.accepted(new Answer.PrefixListCreated(ID), new Change.Put(LIST)),
                Decide.decide(
                        new Command.CreatePrefixList(ID, AddressFamily.IPV4, 2, entries, MADE), STATE, Quotas.DEFAULT));
    }

    @Test
    void entriesComeAndGoInOneStep() {
        EntriesEdit<CidrBlock> edit = new EntriesEdit<>(Map.of(LAB, "lab"), List.of(OFFICE));
        assertEquals(LIST.with(List.of(BRANCH, LAB), Map.of(LAB, "lab")), after(edit, SAME));
    }

    @Test
    void entryThatIsThereGetsTheNewNote() {
        EntriesEdit<CidrBlock> edit = new EntriesEdit<>(Map.of(OFFICE, "head office"), List.of());
        assertEquals(LIST.with(LIST.entries(), Map.of(OFFICE, "head office")), after(edit, SAME));
        EntriesEdit<CidrBlock> cleared = new EntriesEdit<>(Map.of(OFFICE, ""), List.of());
        assertEquals(LIST.with(LIST.entries(), Map.of()), after(cleared, SAME));
    }

    @Test
    void entryThatIsNotThereIsRemovedWithoutComplaint() {
        assertEquals(LIST, after(new EntriesEdit<>(Map.of(), List.of(LAB)), SAME));
    }

    @Test
    void textsChangeOneByOne() {
        EntriesEdit<CidrBlock> none = new EntriesEdit<>(Map.of(), List.of());
        assertEquals(
                LIST.with(MADE.named("renamed")), after(none, new DetailsEdit(new Edit.Set<>("renamed"), Edit.keep())));
        assertEquals(LIST.with(MADE.described("")), after(none, new DetailsEdit(Edit.keep(), new Edit.Set<>(""))));
    }

    @Test
    void portListFollowsTheSameRules() {
        PortListId id = new PortListId("prl-7");
        PortList list = new PortList(id, 2, List.of(PortRange.of(22)), Map.of(PortRange.of(22), "ssh"), MADE);
        assertEquals(
                Decision.accepted(new Answer.PortListCreated(id), new Change.Put(list)),
                Decide.decide(
                        new Command.CreatePortList(id, 2, Map.of(PortRange.of(22), "ssh"), MADE),
                        STATE,
                        Quotas.DEFAULT));
        EntriesEdit<PortRange> tooMany =
                new EntriesEdit<>(Map.of(new PortRange(80, 90), "", PortRange.of(443), ""), List.of());
        assertEquals(
                Decision.rejected(new ListRejection.EntryLimit(id, 2)),
                Decide.decide(new Command.ModifyPortList(id, tooMany, SAME), Sample.with(list), Quotas.DEFAULT));
    }

    @Test
    void listThatNoRuleNamesGoes() {
        assertEquals(
                Decision.accepted(new Answer.Done(), new Change.Delete(ID)),
                Decide.decide(new Command.DeletePrefixList(ID), Sample.with(LIST), Quotas.DEFAULT));
    }

    private static PrefixList after(EntriesEdit<CidrBlock> entries, DetailsEdit details) {
        Command command = new Command.ModifyPrefixList(ID, entries, details);
        return switch (Decide.decide(command, Sample.with(LIST), Quotas.DEFAULT)) {
            case Decision.Accepted(var changes, var answer) ->
                PolicyState.EMPTY.apply(changes).prefixList(ID).orElseThrow();
            case Decision.Rejected(var rejection) -> throw new AssertionError(rejection);
        };
    }
}
