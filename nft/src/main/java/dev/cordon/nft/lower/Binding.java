package dev.cordon.nft.lower;

import dev.cordon.model.policy.EniId;
import java.util.regex.Pattern;

/// A link that carries an ENI.
///
/// @param link name of the link, made of letters, digits and `._@-` only
public record Binding(String link, EniId eni, LinkKind kind) {

    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9._@-]{1,15}");

    public Binding {
        if (!isUsable(link)) {
            throw new IllegalArgumentException("not a link name that rules can hold `" + link + "`");
        }
    }

    /// Tells whether the link can be held to policy.
    public boolean isHeld() {
        return kind != LinkKind.BRIDGE_PORT;
    }

    /// Tells whether rules can hold a link's name. The kernel also allows quotes and wildcards.
    public static boolean isUsable(String link) {
        return LINK.matcher(link).matches();
    }
}
