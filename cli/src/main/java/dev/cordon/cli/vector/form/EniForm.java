package dev.cordon.cli.vector.form;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.policy.VpcId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An ENI as vectors write it.
final class EniForm {

    private EniForm() {}

    static Eni read(JsonNode eni) {
        String vpc = Fields.text(eni, "vpc");
        Role role = eni.path("primary").asBoolean(true) ? Role.PRIMARY : Role.SECONDARY;
        return new Eni(
                new EniId(Fields.text(eni, "id")),
                new VpcId(vpc),
                ConfigForm.vSwitchOf(vpc),
                new Attached(new InstanceId(Fields.text(eni, "instance")), role),
                addresses(eni),
                Fields.texts(eni, "groups").stream().map(SecurityGroupId::new).toList(),
                settings(eni),
                Details.NONE);
    }

    private static EniAddresses addresses(JsonNode eni) {
        List<IpAddress> addresses = new ArrayList<>();
        Fields.texts(eni, "ips").forEach(ip -> addresses.add(IpAddress.of(ip)));
        Fields.texts(eni, "ipv6").forEach(ip -> addresses.add(IpAddress.of(ip)));
        if (addresses.isEmpty()) {
            throw new UnreadableVectorException("eni `" + eni.path("id").asString("") + "` has no address");
        }
        List<CidrBlock> prefixes =
                Fields.texts(eni, "prefixes").stream().map(CidrBlock::of).toList();
        List<IpAddress> eips = eni.has("eip") ? List.of(IpAddress.of(Fields.text(eni, "eip"))) : List.of();
        return new EniAddresses(addresses.getFirst(), addresses.subList(1, addresses.size()), prefixes, eips);
    }

    /// Vectors describe the public cloud, where the platform keeps an ENI from sending mail unless
    /// the vector says otherwise.
    private static EniSettings settings(JsonNode eni) {
        JsonNode times = eni.path("conntrack");
        TrackingTimeouts tracking = new TrackingTimeouts(
                seconds(times, "tcpEstablished", TrackingTimeouts.DEFAULT.tcpEstablished()),
                seconds(times, "tcpClosed", TrackingTimeouts.DEFAULT.tcpClosed()),
                seconds(times, "udp", TrackingTimeouts.DEFAULT.udp()));
        Smtp smtp = eni.path("smtpUnblocked").asBoolean(false) ? Smtp.UNBLOCKED : Smtp.BLOCKED;
        return new EniSettings(EniSettings.DEFAULT.mac(), tracking, smtp);
    }

    /// The time of closed connections has several names in the sources.
    private static Duration seconds(JsonNode times, String name, Duration otherwise) {
        List<String> names = name.equals("tcpClosed")
                ? List.of("tcpClosed", "tcpClose", "tcpTimeWait", "tcpClosedAndTimeWait")
                : List.of(name);
        return names.stream()
                .filter(times::has)
                .map(given -> Duration.ofSeconds(Fields.number(times, given)))
                .findFirst()
                .orElse(otherwise);
    }
}
