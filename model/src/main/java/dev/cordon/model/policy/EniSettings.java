package dev.cordon.model.policy;

/// What can be set of an ENI besides its groups and addresses.
///
/// @param mac six pairs of hexadecimal digits, lower case, parted by colons
public record EniSettings(String mac, TrackingTimeouts tracking, Smtp smtp) {

    public static final EniSettings DEFAULT =
            new EniSettings("00:00:00:00:00:00", TrackingTimeouts.DEFAULT, Smtp.UNBLOCKED);

    public static EniSettings of(String mac) {
        return new EniSettings(mac, TrackingTimeouts.DEFAULT, Smtp.UNBLOCKED);
    }
}
