package dev.cordon.model.policy;

/// What can be set of an ENI besides its groups and addresses.
///
/// @param mac six pairs of hexadecimal digits, lower case, parted by colons
public record EniSettings(
        String mac, TrackingTimeouts tracking, Smtp smtp, OnRelease onRelease, SourceDestCheck sourceDestCheck) {

    public static final EniSettings DEFAULT = of("00:00:00:00:00:00");

    public EniSettings(String mac, TrackingTimeouts tracking, Smtp smtp) {
        this(mac, tracking, smtp, OnRelease.KEPT, SourceDestCheck.OFF);
    }

    public static EniSettings of(String mac) {
        return new EniSettings(mac, TrackingTimeouts.DEFAULT, Smtp.UNBLOCKED);
    }

    public EniSettings with(TrackingTimeouts changed) {
        return new EniSettings(mac, changed, smtp, onRelease, sourceDestCheck);
    }

    public EniSettings with(OnRelease changed) {
        return new EniSettings(mac, tracking, smtp, changed, sourceDestCheck);
    }

    public EniSettings with(SourceDestCheck changed) {
        return new EniSettings(mac, tracking, smtp, onRelease, changed);
    }
}
