package dev.cordon.wire.state;

import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Kind;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;

/// The name of an object in the store: its kind and its id, such as `group/sg-1`.
///
/// The VPC is not in it. A change deletes by id alone, and a rule knows its group only, so a key
/// with the VPC could not be made without reading the state first; prefix lists and port lists have
/// none. Ids are unique without it. A store that is parted by VPC can put it in front later.
public final class StoreKey {

    private StoreKey() {}

    public static String of(Id id) {
        return KindWord.of(Kind.of(id)) + "/" + id.value();
    }

    /// Reads what [#of] gives.
    public static Parsed<Id> parse(String key) {
        int slash = key.indexOf('/');
        String value = key.substring(slash + 1);
        if (slash < 0 || !Id.isWellFormed(value)) {
            return bad(key);
        }
        return KindWord.parse(key.substring(0, slash))
                .<Parsed<Id>>map(kind -> new Ok<>(id(kind, value)))
                .orElseGet(() -> bad(key));
    }

    private static Parsed<Id> bad(String key) {
        return new Bad<>("wanted a key such as `group/sg-1`, found `" + key + "`");
    }

    private static Id id(Kind kind, String value) {
        return switch (kind) {
            case VPC -> new VpcId(value);
            case V_SWITCH -> new VSwitchId(value);
            case PREFIX_LIST -> new PrefixListId(value);
            case PORT_LIST -> new PortListId(value);
            case GROUP -> new SecurityGroupId(value);
            case RULE -> new RuleId(value);
            case INSTANCE -> new InstanceId(value);
            case ENI -> new EniId(value);
        };
    }
}
