package dev.cordon.wire.state;

import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.OnRelease;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.SourceDestCheck;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.wire.shape.Fields;
import dev.cordon.wire.shape.Shape;
import dev.cordon.wire.shape.Values;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The fields of what can be set of an ENI.
final class EniSettingsForm {

    private static final Shape<MacAddress> MAC =
            Values.canonical("a mac address such as `00:16:3e:01:02:03`", MacAddress::parse, MacAddress::toString);

    private static final Shape<TrackingTimeouts> TRACKING = Shape.object(EniSettingsForm::takeTracking);

    private static final Shape<Smtp> SMTP = Values.word(Smtp.class);
    private static final Shape<OnRelease> ON_RELEASE = Values.word(OnRelease.class);
    private static final Shape<SourceDestCheck> SOURCE_DEST_CHECK = Values.word(SourceDestCheck.class);

    private EniSettingsForm() {}

    static void append(ObjectNode to, EniSettings settings) {
        TrackingTimeouts tracking = settings.tracking();
        to.put("mac", settings.mac().toString());
        to.putObject("tracking")
                .put("tcpEstablishedSeconds", tracking.tcpEstablished().toSeconds())
                .put("tcpClosedSeconds", tracking.tcpClosed().toSeconds())
                .put("udpSeconds", tracking.udp().toSeconds());
        to.put("smtp", Values.text(settings.smtp()));
        if (settings.onRelease() != OnRelease.KEPT) {
            to.put("onRelease", Values.text(settings.onRelease()));
        }
        if (settings.sourceDestCheck() != SourceDestCheck.OFF) {
            to.put("sourceDestCheck", Values.text(settings.sourceDestCheck()));
        }
    }

    static Supplier<EniSettings> take(Fields in) {
        var mac = in.take("mac", MAC);
        var tracking = in.take("tracking", TRACKING);
        var smtp = in.take("smtp", SMTP);
        var onRelease = in.takeOr("onRelease", ON_RELEASE, OnRelease.KEPT);
        var sourceDestCheck = in.takeOr("sourceDestCheck", SOURCE_DEST_CHECK, SourceDestCheck.OFF);
        return () -> new EniSettings(mac.get(), tracking.get(), smtp.get(), onRelease.get(), sourceDestCheck.get());
    }

    private static Supplier<TrackingTimeouts> takeTracking(Fields in) {
        var tcpEstablished = takeSeconds(in, "tcpEstablishedSeconds");
        var tcpClosed = takeSeconds(in, "tcpClosedSeconds");
        var udp = takeSeconds(in, "udpSeconds");
        return () -> new TrackingTimeouts(tcpEstablished.get(), tcpClosed.get(), udp.get());
    }

    private static Supplier<Duration> takeSeconds(Fields in, String name) {
        var seconds = in.take(name, Values.number(0, Integer.MAX_VALUE));
        return () -> Duration.ofSeconds(seconds.get());
    }
}
