package dev.cordon.wire.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.state.Change.Delete;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.wire.Golden;
import dev.cordon.wire.Json;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateFormTest {

    private static final int STATE_COUNT = 200;
    private static final StateAt SAMPLE = new StateAt(new Revision(42), Samples.state());

    private static Parsed<StateAt> parse(String text) {
        return Json.parse(text).then(StateForm::read);
    }

    @Test
    void writesTheGoldenText() {
        Golden.check("state", Json.printPretty(StateForm.write(SAMPLE)));
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(new Ok<>(SAMPLE), parse(Json.printPretty(StateForm.write(SAMPLE))));
    }

    @Test
    void theEmptyStateIsAState() {
        StateAt empty = new StateAt(Revision.NONE, PolicyState.EMPTY);
        String text = Json.print(StateForm.write(empty));
        assertEquals(
                "{\"v\":1,\"revision\":0,\"vpcs\":[],\"vSwitches\":[],\"prefixLists\":[],\"portLists\":[],"
                        + "\"groups\":[],\"instances\":[],\"enis\":[]}",
                text);
        assertEquals(new Ok<>(empty), parse(text));
    }

    @Test
    void readsWhatItWroteOfAnyState() {
        long seed = System.nanoTime();
        RandomStates states = new RandomStates(Chance.seeded(seed));
        for (int round = 0; round < STATE_COUNT; round++) {
            StateAt exported = new StateAt(new Revision(Long.MAX_VALUE - round), states.next());
            assertEquals(
                    new Ok<>(exported),
                    parse(Json.print(StateForm.write(exported))),
                    () -> "seed " + seed + ": " + exported);
        }
    }

    private static final Set<String> NEEDED = Set.of(
            "vpc/vpc-1",
            "vpc/vpc-2",
            "vSwitch/vsw-1",
            "prefixList/pl-office",
            "portList/prl-mail",
            "group/sg-web",
            "group/sg-bastion",
            "instance/i-1");

    /// Whatever object is taken out of a whole state, either nothing needed it or it is missed.
    @Test
    void aMissingObjectIsMissedByName() {
        for (Entity entity : Samples.all().toList()) {
            PolicyState state = Samples.state().apply(new Delete(entity.id()));
            boolean isNeeded = NEEDED.contains(StoreKey.of(entity.id()));
            StateAt exported = new StateAt(new Revision(7), state);
            if (isNeeded) {
                String problem = assertThrows(IllegalStateException.class, () -> StateForm.write(exported))
                        .getMessage();
                assertEquals(
                        " refers to `" + StoreKey.of(entity.id()) + "`, which is not there",
                        problem.substring(problem.indexOf(" refers")));
            } else {
                assertEquals(new Ok<>(exported), parse(Json.print(StateForm.write(exported))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', useHeadersInDisplayName = true, textBlock = """
        REPLACE                       | BY                     | PROBLEM
        "v":1                         | "v":2                  | at `/v`: wanted a number from 1 to 1, found `2`
        "revision":42                 | "revision":-1          | at `/revision`: wanted a number from 0 to 9223372036854775807, found `-1`
        "revision":42                 | "revision":42,"hosts":[] | at the top: unknown field `hosts`
        "vpcs":                       | "networks":            | at the top: field `vpcs` is missing
        "priority":100                | "priority":101         | at `/groups/1/rules/0`: not a priority `101`
        "priority":100                | "priority":"1"         | at `/groups/1/rules/0/priority`: wanted a number from 1 to 110, found `"1"`
        "type":"advanced"             | "type":"enterprise"    | at `/groups/0/type`: wanted one of `basic`, `advanced`, found `"enterprise"`
        "id":"sgr-1"                  | "id":"sgr-1","group":"sg-web" | at `/groups/1/rules/1`: unknown field `group`
        "id":"eni-2"                  | "id":"eni-1"           | `eni/eni-1` is there twice
        "id":"sgr-4"                  | "id":"sgr-1"           | `rule/sgr-1` is there twice
        "peer":{"group":"sg-bastion"} | "peer":{"group":"sg-9"} | `rule/sgr-1` refers to `group/sg-9`, which is not there
        {"portList":"prl-mail"}       | {"portList":"prl-9"}   | `rule/sgr-2` refers to `portList/prl-9`, which is not there
        {"prefixList":"pl-office"}    | {"prefixList":"pl-9"}  | `rule/sgr-3` refers to `prefixList/pl-9`, which is not there
        "groups":["sg-web"            | "groups":["sg-9"       | `eni/eni-1` refers to `group/sg-9`, which is not there
        "instance":"i-1"              | "instance":"i-9"       | `eni/eni-1` refers to `instance/i-9`, which is not there
        "id":"vsw-1"                  | "id":"vsw-9"           | `eni/eni-1` refers to `vSwitch/vsw-1`, which is not there
        "id":"vpc-1"                  | "id":"vpc-9"           | `vSwitch/vsw-1` refers to `vpc/vpc-1`, which is not there
        """)
    void refusesTheState(String replace, String by, String problem) {
        String good = Json.print(StateForm.write(SAMPLE));
        assertEquals(true, good.contains(replace), good);
        assertEquals(new Bad<>(problem), parse(good.replace(replace, by)));
    }
}
