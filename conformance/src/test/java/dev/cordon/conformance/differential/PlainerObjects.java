package dev.cordon.conformance.differential;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Details;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.Instance;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.LocalSide;
import dev.cordon.model.policy.Management;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.PortList;
import dev.cordon.model.policy.PortMatch;
import dev.cordon.model.policy.PrefixList;
import dev.cordon.model.policy.Priority;
import dev.cordon.model.policy.ProtocolMatch;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleDetails;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Objects with one thing in them that is plainer than it was.
final class PlainerObjects {

    private PlainerObjects() {}

    static Stream<Entity> of(Entity entity) {
        return switch (entity) {
            case Eni eni -> ofEni(eni);
            case Rule rule -> ofRule(rule);
            case SecurityGroup group -> ofGroup(group);
            case PrefixList list ->
                fewer(list.entries())
                        .map(entries ->
                                new PrefixList(list.id(), list.family(), list.entryCountMax(), entries, Details.NONE));
            case PortList list ->
                fewer(list.entries())
                        .map(entries -> new PortList(list.id(), list.entryCountMax(), entries, Details.NONE));
            case Vpc vpc -> Stream.of(new Vpc(vpc.id(), vpc.block(), Details.NONE));
            case VSwitch vSwitch ->
                Stream.of(new VSwitch(vSwitch.id(), vSwitch.vpc(), vSwitch.block(), vSwitch.zone(), Details.NONE));
            case Instance instance ->
                Stream.of(new Instance(instance.id(), instance.vpc(), instance.machineType(), "", Details.NONE));
        };
    }

    private static Stream<Entity> ofEni(Eni eni) {
        Eni bare = eni.with(new Detached()).with(Details.NONE);
        Stream<Entity> lessIn = eni.groups().stream().map(eni::leaving);
        Stream<Entity> plainerAddresses = plainer(eni.addresses()).map(eni::with);
        EniSettings settings = eni.settings();
        Stream<Entity> plainerSettings = Stream.of(
                        EniSettings.DEFAULT,
                        new EniSettings(EniSettings.DEFAULT.mac(), settings.tracking(), settings.smtp()),
                        new EniSettings(settings.mac(), EniSettings.DEFAULT.tracking(), settings.smtp()),
                        new EniSettings(settings.mac(), settings.tracking(), EniSettings.DEFAULT.smtp()))
                .map(eni::with);
        return Stream.of(Stream.<Entity>of(bare), lessIn, plainerAddresses, plainerSettings)
                .flatMap(each -> each);
    }

    private static Stream<EniAddresses> plainer(EniAddresses from) {
        Stream<EniAddresses> others = fewer(from.others())
                .map(fewer -> new EniAddresses(from.primary(), fewer, from.prefixes(), from.publicAddresses()));
        Stream<EniAddresses> prefixes = fewer(from.prefixes())
                .map(fewer -> new EniAddresses(from.primary(), from.others(), fewer, from.publicAddresses()));
        Stream<EniAddresses> publics = fewer(from.publicAddresses())
                .map(fewer -> new EniAddresses(from.primary(), from.others(), from.prefixes(), fewer));
        return Stream.of(others, prefixes, publics).flatMap(each -> each);
    }

    private static Stream<Entity> ofRule(Rule rule) {
        Stream<Entity> matches =
                plainer(rule.match()).map(match -> with(rule, match, rule.priority(), rule.position()));
        return Stream.concat(
                Stream.of(
                        with(rule, rule.match(), Priority.HIGHEST, rule.position()),
                        with(rule, rule.match(), rule.priority(), 0)),
                matches);
    }

    private static Rule with(Rule rule, RuleMatch match, Priority priority, int position) {
        return new Rule(
                rule.id(), rule.group(), rule.direction(), match, rule.action(), priority, position, RuleDetails.NONE);
    }

    private static Stream<RuleMatch> plainer(RuleMatch from) {
        Stream<RuleMatch> plainer = Stream.of(
                new RuleMatch(from.protocol(), PortMatch.any(), from.sourcePorts(), from.peer(), from.local()),
                new RuleMatch(from.protocol(), from.destinationPorts(), PortRange.ANY, from.peer(), from.local()),
                new RuleMatch(ProtocolMatch.all(), PortMatch.any(), PortRange.ANY, from.peer(), from.local()),
                new RuleMatch(
                        from.protocol(),
                        from.destinationPorts(),
                        from.sourcePorts(),
                        from.peer(),
                        LocalSide.everything()));
        return Stream.concat(
                plainer,
                plainer(from.peer())
                        .map(peer -> new RuleMatch(
                                from.protocol(), from.destinationPorts(), from.sourcePorts(), peer, from.local())));
    }

    private static Stream<Peer> plainer(Peer from) {
        List<Peer> plainest = List.of(new Peer.Block(CidrBlock.ALL_IPV4), new Peer.Block(CidrBlock.ALL_IPV6));
        return plainest.contains(from) ? Stream.empty() : plainest.stream();
    }

    private static Stream<Entity> ofGroup(SecurityGroup group) {
        return Stream.of(
                with(group, group.type(), group.intraGroupPolicy()),
                with(group, GroupType.BASIC, group.intraGroupPolicy()),
                with(group, group.type(), IntraGroupPolicy.ISOLATED));
    }

    private static SecurityGroup with(SecurityGroup group, GroupType type, IntraGroupPolicy policy) {
        return new SecurityGroup(group.id(), group.vpc(), type, policy, Management.CUSTOMER, Details.NONE);
    }

    /// Returns nothing, a half, or one less; and last the list as it is, for what comes with it.
    private static <T> Stream<List<T>> fewer(List<T> all) {
        int half = all.size() / 2;
        Stream<List<T>> oneLess = IntStream.range(0, all.size()).mapToObj(i -> {
            List<T> fewer = new ArrayList<>(all);
            fewer.remove(i);
            return fewer;
        });
        Stream<List<T>> large = Stream.of(List.of(), all.subList(0, half), all.subList(half, all.size()));
        return Stream.of(large, oneLess, Stream.of(all)).flatMap(each -> each);
    }
}
