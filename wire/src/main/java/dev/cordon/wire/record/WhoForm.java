package dev.cordon.wire.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Who has changed something, as the audit log has it: `ACCOUNT/KEY@SOURCE`. Lines that were
/// written before there were accounts have the key alone.
public final class WhoForm {

    private static final Pattern FORM = Pattern.compile("([0-9]{16})/(.*)@([^@]*)");

    private WhoForm() {}

    public static String print(String account, String accessKeyId, String source) {
        return account + "/" + accessKeyId + "@" + source;
    }

    /// Appends `account`, `accessKeyId` and `source`, as far as they are known.
    public static void append(ObjectNode to, String who) {
        Matcher parts = FORM.matcher(who);
        if (parts.matches()) {
            to.put("account", parts.group(1)).put("accessKeyId", parts.group(2)).put("source", parts.group(3));
        } else {
            to.put("accessKeyId", who);
        }
    }
}
