package dev.cordon.cli;

import dev.cordon.nft.ruleset.SessionQuota;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number of sessions.
final class SessionQuotaConverter implements ITypeConverter<SessionQuota> {

    @Override
    public SessionQuota convert(String text) {
        try {
            return new SessionQuota(Integer.parseInt(text));
        } catch (IllegalArgumentException odd) {
            throw new TypeConversionException("not a number from " + SessionQuota.SESSIONS_MIN + " to "
                    + SessionQuota.SESSIONS_MAX + " `" + text + "`");
        }
    }
}
