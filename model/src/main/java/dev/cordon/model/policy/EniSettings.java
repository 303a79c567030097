package dev.cordon.model.policy;

import dev.cordon.model.net.MacAddress;

/// What can be set of an ENI besides its groups and addresses.
public record EniSettings(
        MacAddress mac, TrackingTimeouts tracking, Smtp smtp, OnRelease onRelease, SourceDestCheck sourceDestCheck) {

    public static final EniSettings DEFAULT = of(new MacAddress(0));

    public EniSettings(MacAddress mac, TrackingTimeouts tracking, Smtp smtp) {
        this(mac, tracking, smtp, OnRelease.KEPT, SourceDestCheck.OFF);
    }

    public static EniSettings of(MacAddress mac) {
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
