package dev.cordon.wire.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.Chance;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.wire.Golden;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EntityFormTest {

    private static final int STATE_COUNT = 200;
    private static final int DAMAGE_COUNT = 20_000;

    static Stream<Entity> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesTheGoldenText(Entity entity) {
        Golden.check(StoreKey.of(entity.id()).replace('/', '-'), EntityForm.print(entity) + "\n");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatItWrote(Entity entity) {
        assertEquals(new Ok<>(entity), EntityForm.parse(EntityForm.print(entity)));
    }

    @Test
    void readsWhatItWroteOfAnyState() {
        long seed = System.nanoTime();
        RandomStates states = new RandomStates(Chance.seeded(seed));
        for (int round = 0; round < STATE_COUNT; round++) {
            states.next()
                    .objects()
                    .forEach(entity -> assertEquals(
                            new Ok<>(entity),
                            EntityForm.parse(EntityForm.print(entity)),
                            () -> "seed " + seed + ": " + entity));
        }
    }

    /// Damaged text is refused or is read as what it says; nothing is thrown, and nothing is read
    /// that would be written in another way.
    @Test
    void damagedTextIsRefusedOrSaysSomethingElse() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < DAMAGE_COUNT; round++) {
            String text = damaged(EntityForm.print(chance.of(Samples.all().toList())), chance);
            switch (EntityForm.parse(text)) {
                case Ok<Entity>(Entity entity) ->
                    assertEquals(
                            new Ok<>(entity),
                            EntityForm.parse(EntityForm.print(entity)),
                            () -> "seed " + seed + ": " + text);
                case Bad<Entity>(String problem) ->
                    assertEquals(problem.strip(), problem, () -> "seed " + seed + ": " + text);
            }
        }
    }

    private static String damaged(String text, Chance chance) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = chance.between(1, 3); i > 0; i--) {
            int at = chance.between(0, damaged.length() - 1);
            switch (chance.between(1, 3)) {
                case 1 -> damaged.deleteCharAt(at);
                case 2 -> damaged.insert(at, chance.of('0', '9', 'a', '"', ',', '/', '-', '{', ']', '.'));
                default -> damaged.setCharAt(at, text.charAt(chance.between(0, text.length() - 1)));
            }
        }
        return damaged.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', useHeadersInDisplayName = true, textBlock = """
        REPLACE              | BY                      | PROBLEM
        "kind":"rule",       |                         | at the top: field `kind` is missing
        "kind":"rule"        | "kind":"Rule"           | at `/kind`: wanted a kind of object such as `group`, found `"Rule"`
        "kind":"rule"        | "kind":"eni"            | at the top: field `vpc` is missing
        "v":1                | "v":2                   | at `/v`: wanted a number from 1 to 1, found `2`
        "v":1                | "v":1,"w":1             | at the top: unknown field `w`
        "v":1                | "v":"1"                 | at `/v`: wanted a number from 1 to 1, found `"1"`
        "v":1                | "v":1.0                 | at `/v`: wanted a number from 1 to 1, found `1.0`
        "v":1                | "v":18446744073709551617 | at `/v`: wanted a number from 1 to 1, found `18446744073709551617`
        "id":"sgr-2"         | "id":"sgr 2"            | at `/id`: wanted an id, found `"sgr 2"`
        "id":"sgr-2"         | "id":null               | at `/id`: wanted an id, found `null`
        "id":"sgr-2"         | "id":{}                 | at `/id`: wanted an id, found an object
        "id":"sgr-2",        |                         | at the top: field `id` is missing
        "direction":"egress" | "direction":"EGRESS"    | at `/direction`: wanted one of `ingress`, `egress`, found `"EGRESS"`
        "action":"drop"      | "action":"deny"         | at `/action`: wanted one of `accept`, `drop`, found `"deny"`
        "priority":100       | "priority":0            | at `/priority`: wanted a number from 1 to 110, found `0`
        "priority":100       | "priority":105          | at the top: not a priority `105`
        "protocol":"UDP"     | "protocol":"udp"        | at `/protocol`: wanted `ALL` or a protocol such as `TCP` or `132`, found `"udp"`
        "protocol":"UDP"     | "protocol":"17"         | at `/protocol`: wanted `ALL` or a protocol such as `TCP` or `132`, found `"17"`
        "protocol":"UDP"     | "protocol":"256"        | at `/protocol`: wanted `ALL` or a protocol such as `TCP` or `132`, found `"256"`
        {"portList":"prl-mail"} | "22"                 | at `/ports`: wanted `any` or ports such as `22/22`, found `"22"`
        {"portList":"prl-mail"} | "23/22"              | at `/ports`: wanted `any` or ports such as `22/22`, found `"23/22"`
        {"portList":"prl-mail"} | "022/022"            | at `/ports`: wanted `any` or ports such as `22/22`, found `"022/022"`
        {"portList":"prl-mail"} | "0/65535"            | at `/ports`: wanted `any` or ports such as `22/22`, found `"0/65535"`
        {"portList":"prl-mail"} | "1/65536"            | at `/ports`: wanted `any` or ports such as `22/22`, found `"1/65536"`
        {"portList":"prl-mail"} | {}                   | at `/ports`: wanted an object with one field of `portList`, found an object
        {"portList":"prl-mail"} | [22]                 | at `/ports`: wanted an object with one field of `portList`, found an array
        192.0.2.0/24         | 192.0.2.0/33            | at `/peer/block`: wanted a block such as `192.0.2.0/24` or `2001:db8::/32`, found `"192.0.2.0/33"`
        192.0.2.0/24         | 192.0.2.1/24            | at `/peer/block`: wanted a block such as `192.0.2.0/24` or `2001:db8::/32`, found `"192.0.2.1/24"`
        192.0.2.0/24         | 192.0.2.0               | at `/peer/block`: wanted a block such as `192.0.2.0/24` or `2001:db8::/32`, found `"192.0.2.0"`
        192.0.2.0/24         | 2001:DB8::/32           | at `/peer/block`: wanted a block such as `192.0.2.0/24` or `2001:db8::/32`, found `"2001:DB8::/32"`
        "peer":{             | "peer":{"group":"sg-1", | at `/peer`: wanted an object with one field of `block`, `group`, `prefixList`, found an object
        "peer":{"block":     | "peer":{"list":         | at `/peer`: wanted an object with one field of `block`, `group`, `prefixList`, found an object
        {"block":"10.1.0.4/32"} | "everywhere"         | at `/local`: wanted `everything`, found `"everywhere"`
        "position":2         | "position":-1           | at `/position`: wanted a number from 0 to 2147483647, found `-1`
        "peerText":"192.0.2.9/24" | "peerText":"\\ud83d" | at `/peerText`: wanted a text of at most 4096 UTF-16 units, found `"\uD83D"`
        06:08Z               | 06:08+00:00             | at `/createdAt`: wanted a time such as `2026-01-31T12:34:56Z`, found `"2026-03-04T05:06:08+00:00"`
        03-04                | 02-30                   | at `/createdAt`: wanted a time such as `2026-01-31T12:34:56Z`, found `"2026-02-30T05:06:08Z"`
        """)
    void refusesTheRule(String replace, String by, String problem) {
        String good = EntityForm.print(Samples.FIVE_TUPLE);
        assertEquals(true, good.contains(replace), good);
        assertEquals(new Bad<>(problem), EntityForm.parse(good.replace(replace, by == null ? "" : by)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', useHeadersInDisplayName = true, textBlock = """
        REPLACE              | BY                      | PROBLEM
        "primary":"10.1.0.4" | "primary":"010.1.0.4"   | at `/addresses/primary`: wanted an address such as `192.0.2.7` or `2001:db8::7`, found `"010.1.0.4"`
        "2001:db8:1::4"      | 6                       | at `/addresses/others/1`: wanted an address such as `192.0.2.7` or `2001:db8::7`, found `6`
        "public":            | "eip":                  | at `/addresses`: field `public` is missing
        "public":            | "eip":[],"public":      | at `/addresses`: unknown field `eip`
        ["203.0.113.4"]      | {}                      | at `/addresses/public`: wanted an array, found an object
        "sg-bastion"         | "sg-web"                | at the top: eni `eni-1` is in a group twice `[sg-web, sg-web]`
        "role":"primary"     | "role":"first"          | at `/attachment/role`: wanted one of `primary`, `secondary`, found `"first"`
        00:16:3e:0a:0b:0c    | 00:16:3E:0A:0B:0C       | at `/mac`: wanted a mac address such as `00:16:3e:01:02:03`, found `"00:16:3E:0A:0B:0C"`
        "udpSeconds":60      | "udpSeconds":60.5       | at `/tracking/udpSeconds`: wanted a number from 0 to 2147483647, found `60.5`
        """)
    void refusesTheEni(String replace, String by, String problem) {
        String good = EntityForm.print(Samples.ENI);
        assertEquals(true, good.contains(replace), good);
        assertEquals(new Bad<>(problem), EntityForm.parse(good.replace(replace, by)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        []                                | at the top: wanted an object, found an array
        "vpc"                             | at the top: wanted an object, found `"vpc"`
        null                              | at the top: wanted an object, found `null`
        {"kind":"vpc"                     | not json, or a name twice in one object, at line 1, column 14
        {"kind":"vpc","kind":"vpc"}       | not json, or a name twice in one object, at line 1, column 22
        """)
    void refusesWhatIsNoObject(String text, String problem) {
        assertEquals(new Bad<>(problem), EntityForm.parse(text));
    }

    /// An object has one text: a later field that says what is so without it would be a second one.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', useHeadersInDisplayName = true, textBlock = """
        REPLACE              | BY                      | PROBLEM
        "rg-7"               | ""                      | at the top: field `resourceGroup` says what is so without it
        {"key":"env","text":""},{"key":"team","text":"网络"} | | at the top: field `tags` says what is so without it
        "key":"env"          | "key":"zone"            | at `/tags`: wanted pairs in the order of their keys, each key once, found an array
        "key":"env"          | "key":"team"            | at `/tags`: wanted pairs in the order of their keys, each key once, found an array
        ["2001:db8:2::/56"]  | []                      | at the top: field `ipv6Blocks` says what is so without it
        """)
    void refusesTheLaterFields(String replace, String by, String problem) {
        String good = EntityForm.print(Samples.DUAL_VPC);
        assertEquals(true, good.contains(replace), good);
        assertEquals(new Bad<>(problem), EntityForm.parse(good.replace(replace, by == null ? "" : by)));
    }

    @Test
    void refusesANoteOfWhatIsNotInTheList() {
        String good = EntityForm.print(Samples.NOTED_PREFIXES);
        Parsed<Entity> read = EntityForm.parse(good.replace("\"key\":\"192.0.2.0/24", "\"key\":\"192.0.2.0/25"));
        assertEquals(new Bad<>("at the top: a note of a block that list `pl-noted` has not"), read);
    }

    @Test
    void refusesAPrefixListOfTwoFamilies() {
        String good = EntityForm.print(Samples.OFFICE);
        Parsed<Entity> read = EntityForm.parse(good.replace("ipv6", "ipv4"));
        assertEquals(new Bad<>("at the top: block `2001:db8:7::/48` in a list of family `IPV4`"), read);
    }

    @Test
    void refusesPortsOfAProtocolWithoutPorts() {
        String good = EntityForm.print(Samples.FROM_GROUP);
        Parsed<Entity> read = EntityForm.parse(good.replace("TCP", "ALL"));
        assertEquals(new Bad<>("at the top: ports of a protocol without ports `All[]`"), read);
    }

    @Test
    void longTextIsRefusedAndNotRepeated() {
        String good = EntityForm.print(Samples.VPC);
        Parsed<Entity> read = EntityForm.parse(good.replace("\"main\"", "\"" + "n".repeat(4097) + "\""));
        assertEquals(
                new Bad<>("at `/name`: wanted a text of at most 4096 UTF-16 units, found `" + "\"" + "n".repeat(59)
                        + "…`"),
                read);
    }

    @Test
    void whatCouldNotBeReadBackIsNotPrinted() {
        Eni good = Samples.BARE_ENI;
        Eni bad = new Eni(
                good.id(),
                good.vpc(),
                good.vSwitch(),
                good.attachment(),
                good.addresses(),
                good.groups(),
                new EniSettings(
                        new MacAddress(1),
                        new TrackingTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(-1)),
                        Smtp.UNBLOCKED),
                good.details());
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> EntityForm.print(bad));
        assertEquals(
                "at `/tracking/udpSeconds`: wanted a number from 0 to 2147483647, found `-1`", thrown.getMessage());
    }

    @Test
    void problemsAreOneLine() {
        assertEquals(
                new Bad<>("at the top: unknown field `x\\ny`"),
                EntityForm.parse(EntityForm.print(Samples.VPC).replace("\"v\":1", "\"v\":1,\"x\\ny\":2")));
        assertEquals(
                new Bad<>("at `/id`: wanted an id, found `\"vpc\\n1\"`"),
                EntityForm.parse(EntityForm.print(Samples.VPC).replace("vpc-1", "vpc\\n1")));
    }
}
