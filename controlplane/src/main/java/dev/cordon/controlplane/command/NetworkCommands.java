package dev.cordon.controlplane.command;

import dev.cordon.controlplane.command.NetworkRejection.BlockNotAllowed;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchInUse;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchNotFound;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchOutsideVpc;
import dev.cordon.controlplane.command.NetworkRejection.VSwitchOverlaps;
import dev.cordon.controlplane.command.NetworkRejection.VpcInUse;
import dev.cordon.controlplane.command.NetworkRejection.VpcNotFound;
import dev.cordon.controlplane.command.NetworkRejection.VpcWithoutIpv6;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.policy.Vpc;
import dev.cordon.model.policy.VpcId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides commands about VPCs and vSwitches.
///
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc
/// CreateVpc, CidrBlock
/// @spec https://alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch
/// CreateVSwitch, CidrBlock
final class NetworkCommands {

    static final int VPC_PREFIX_LENGTH_MIN_BITS = 8;

    static final int VPC_PREFIX_LENGTH_MAX_BITS = 28;

    static final int V_SWITCH_PREFIX_LENGTH_MIN_BITS = 16;

    static final int V_SWITCH_PREFIX_LENGTH_MAX_BITS = 29;

    private NetworkCommands() {}

    static Decision decide(Command.CreateVpc command, PolicyState state) {
        if (state.vpc(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        Optional<Rejection> refusal =
                notAllowed(command.block(), VPC_PREFIX_LENGTH_MIN_BITS, VPC_PREFIX_LENGTH_MAX_BITS);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Vpc vpc = new Vpc(command.id(), command.block(), command.ipv6Blocks(), command.details());
        return Decision.accepted(new Answer.VpcCreated(vpc.id()), new Change.Put(vpc));
    }

    static Decision decide(Command.DeleteVpc command, PolicyState state) {
        if (state.vpc(command.vpc()).isEmpty()) {
            return Decision.rejected(new VpcNotFound(command.vpc()));
        }
        Stream<Id> vSwitches = vSwitchesOf(command.vpc(), state).map(VSwitch::id);
        Stream<Id> groups = state.groups()
                .filter(group -> group.vpc().equals(command.vpc()))
                .map(SecurityGroup::id);
        List<Id> users = Stream.concat(vSwitches, groups)
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return users.isEmpty()
                ? Decision.accepted(new Answer.Done(), new Change.Delete(command.vpc()))
                : Decision.rejected(new VpcInUse(command.vpc(), users));
    }

    static Decision decide(Command.CreateVSwitch command, PolicyState state) {
        if (state.vSwitch(command.id()).isPresent()) {
            return Decision.rejected(new Rejection.IdTaken(command.id()));
        }
        Optional<Vpc> vpc = state.vpc(command.vpc());
        if (vpc.isEmpty()) {
            return Decision.rejected(new VpcNotFound(command.vpc()));
        }
        CidrBlock block = command.block();
        Optional<Rejection> refusal = notAllowed(
                        block, V_SWITCH_PREFIX_LENGTH_MIN_BITS, V_SWITCH_PREFIX_LENGTH_MAX_BITS)
                .or(() -> outside(block, vpc.get()))
                .or(() -> overlapping(block, command.vpc(), state));
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        return switch (command.ipv6()) {
            case Ipv6Subnet.None() -> made(command, List.of());
            case Ipv6Subnet.Numbered(int number) -> withIpv6(command, vpc.get(), number, state);
        };
    }

    private static Decision withIpv6(Command.CreateVSwitch command, Vpc vpc, int number, PolicyState state) {
        return ipv6Refusal(vpc, number, state)
                .map(Decision::rejected)
                .orElseGet(() ->
                        made(command, List.of(Ipv6Subnet.part(vpc.ipv6Blocks().getFirst(), number))));
    }

    private static Optional<Rejection> ipv6Refusal(Vpc vpc, int number, PolicyState state) {
        if (vpc.ipv6Blocks().isEmpty()) {
            return Optional.of(new VpcWithoutIpv6(vpc.id()));
        }
        CidrBlock block = Ipv6Subnet.part(vpc.ipv6Blocks().getFirst(), number);
        return vSwitchesOf(vpc.id(), state)
                .filter(other -> other.ipv6Blocks().contains(block))
                .findFirst()
                .map(other -> new VSwitchOverlaps(block, other.id(), block));
    }

    /// @spec
    /// https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-modifyvpcattribute
    /// ModifyVpcAttribute
    static Decision decide(Command.ModifyVpc command, PolicyState state) {
        Optional<Vpc> found = state.vpc(command.vpc());
        if (found.isEmpty()) {
            return Decision.rejected(new VpcNotFound(command.vpc()));
        }
        Vpc vpc = found.get();
        List<CidrBlock> ipv6Blocks = vpc.ipv6Blocks().isEmpty() ? command.ipv6Blocks() : vpc.ipv6Blocks();
        return Decision.accepted(
                new Answer.Done(),
                new Change.Put(new Vpc(
                        vpc.id(), vpc.block(), ipv6Blocks, command.details().over(vpc.details()))));
    }

    /// @spec
    /// https://help.aliyun.com/zh/vpc/developer-reference/api-vpc-2016-04-28-modifyvswitchattribute
    /// ModifyVSwitchAttribute
    static Decision decide(Command.ModifyVSwitch command, PolicyState state) {
        Optional<VSwitch> found = state.vSwitch(command.vSwitch());
        if (found.isEmpty()) {
            return Decision.rejected(new VSwitchNotFound(command.vSwitch()));
        }
        VSwitch renamed = found.get().with(command.details().over(found.get().details()));
        return switch (command.ipv6()) {
            case Ipv6Subnet.None() -> Decision.accepted(new Answer.Done(), new Change.Put(renamed));
            case Ipv6Subnet.Numbered(int number) -> withIpv6(renamed, number, state);
        };
    }

    private static Decision withIpv6(VSwitch vSwitch, int number, PolicyState state) {
        Vpc vpc = state.vpc(vSwitch.vpc()).orElseThrow();
        PolicyState without = state.apply(new Change.Delete(vSwitch.id()));
        List<EniId> users = state.enisOf(vSwitch.id())
                .filter(eni -> eni.addresses().privateBlocks().stream()
                        .anyMatch(block -> block.family() == AddressFamily.IPV6))
                .map(Eni::id)
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return ipv6Refusal(vpc, number, without)
                .or(() -> inUse(vSwitch, users, Ipv6Subnet.part(vpc.ipv6Blocks().getFirst(), number)))
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        new Answer.Done(),
                        new Change.Put(new VSwitch(
                                vSwitch.id(),
                                vSwitch.vpc(),
                                vSwitch.block(),
                                List.of(Ipv6Subnet.part(vpc.ipv6Blocks().getFirst(), number)),
                                vSwitch.zone(),
                                vSwitch.details()))));
    }

    private static Optional<Rejection> inUse(VSwitch vSwitch, List<EniId> users, CidrBlock wanted) {
        return users.isEmpty() || vSwitch.ipv6Blocks().contains(wanted)
                ? Optional.empty()
                : Optional.of(new VSwitchInUse(vSwitch.id(), users));
    }

    private static Decision made(Command.CreateVSwitch command, List<CidrBlock> ipv6Blocks) {
        VSwitch made = new VSwitch(
                command.id(), command.vpc(), command.block(), ipv6Blocks, command.zone(), command.details());
        return Decision.accepted(new Answer.VSwitchCreated(made.id()), new Change.Put(made));
    }

    static Decision decide(Command.DeleteVSwitch command, PolicyState state) {
        if (state.vSwitch(command.vSwitch()).isEmpty()) {
            return Decision.rejected(new VSwitchNotFound(command.vSwitch()));
        }
        List<EniId> users = state.enisOf(command.vSwitch())
                .map(Eni::id)
                .limit(Rejection.NAMED_COUNT_MAX)
                .toList();
        return users.isEmpty()
                ? Decision.accepted(new Answer.Done(), new Change.Delete(command.vSwitch()))
                : Decision.rejected(new VSwitchInUse(command.vSwitch(), users));
    }

    private static Optional<Rejection> notAllowed(CidrBlock block, int minBits, int maxBits) {
        int length = block.prefixLengthBits();
        boolean allowed = block.family() == AddressFamily.IPV4 && minBits <= length && length <= maxBits;
        return allowed ? Optional.empty() : Optional.of(new BlockNotAllowed(block, minBits, maxBits));
    }

    private static Optional<Rejection> outside(CidrBlock block, Vpc vpc) {
        return vpc.block().contains(block)
                ? Optional.empty()
                : Optional.of(new VSwitchOutsideVpc(block, vpc.id(), vpc.block()));
    }

    private static Optional<Rejection> overlapping(CidrBlock block, VpcId vpc, PolicyState state) {
        return vSwitchesOf(vpc, state)
                .filter(other -> other.block().overlaps(block))
                .findFirst()
                .map(other -> new VSwitchOverlaps(block, other.id(), other.block()));
    }

    private static Stream<VSwitch> vSwitchesOf(VpcId vpc, PolicyState state) {
        return state.vSwitches().filter(vSwitch -> vSwitch.vpc().equals(vpc));
    }
}
