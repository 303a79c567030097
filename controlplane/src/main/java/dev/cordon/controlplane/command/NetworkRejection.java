package dev.cordon.controlplane.command;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.util.List;

/// Why a network, or an address in one, cannot be found, made or deleted.
public sealed interface NetworkRejection extends Rejection {

    record VpcNotFound(VpcId vpc) implements NetworkRejection {}

    record VSwitchNotFound(VSwitchId vSwitch) implements NetworkRejection {}

    /// The block is not IPv4, or its prefix is shorter or longer than such a network may have.
    record BlockNotAllowed(CidrBlock block, int prefixLengthMinBits, int prefixLengthMaxBits)
            implements NetworkRejection {}

    record VSwitchOutsideVpc(CidrBlock block, VpcId vpc, CidrBlock vpcBlock) implements NetworkRejection {}

    record VSwitchOverlaps(CidrBlock block, VSwitchId other, CidrBlock otherBlock) implements NetworkRejection {}

    /// @param by vSwitches or groups
    record VpcInUse(VpcId vpc, List<Id> by) implements NetworkRejection {

        public VpcInUse {
            by = List.copyOf(by);
        }
    }

    record VSwitchInUse(VSwitchId vSwitch, List<EniId> by) implements NetworkRejection {

        public VSwitchInUse {
            by = List.copyOf(by);
        }
    }

    record AddressOutsideVSwitch(IpAddress address, VSwitchId vSwitch, CidrBlock block) implements NetworkRejection {}

    /// The first address and the last three of a vSwitch are the platform's.
    record AddressReserved(IpAddress address, VSwitchId vSwitch) implements NetworkRejection {}

    record AddressTaken(IpAddress address, VSwitchId vSwitch) implements NetworkRejection {}

    /// The prefix is not as long as prefixes are, or not within a block of the vSwitch.
    record PrefixNotAllowed(CidrBlock prefix, VSwitchId vSwitch, int prefixLengthBits) implements NetworkRejection {}

    /// Some address of the prefix is in use, or is the platform's.
    record PrefixTaken(CidrBlock prefix, VSwitchId vSwitch) implements NetworkRejection {}

    record VSwitchWithoutIpv6(VSwitchId vSwitch) implements NetworkRejection {}

    record VpcWithoutIpv6(VpcId vpc) implements NetworkRejection {}

    /// The vSwitch has fewer free addresses than are asked for.
    record VSwitchFull(VSwitchId vSwitch, int wantedCount) implements NetworkRejection {}
}
