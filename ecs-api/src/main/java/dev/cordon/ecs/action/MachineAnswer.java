package dev.cordon.ecs.action;

import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.Deletion;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Power;
import dev.cordon.model.policy.VSwitch;
import java.util.stream.Stream;

/// An instance as descriptions show it. Of the machine itself there is nothing to show.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describeinstances DescribeInstances
final class MachineAnswer {

    /// What both descriptions show.
    private static final Fields<Seen<Machine>> COMMON = Fields.<Seen<Machine>>none()
            .text("InstanceId", seen -> seen.it().id())
            .text("InstanceName", seen -> seen.it().instance().details().name())
            .text("Description", seen -> seen.it().instance().details().description())
            .text("HostName", seen -> seen.it().instance().hostName())
            .text("Status", seen -> Machine.status(seen.it().instance()))
            .text("RegionId", Seen::region)
            .text("ZoneId", MachineAnswer::zone)
            .text("InstanceType", seen -> seen.it().instance().machineType())
            .text("InstanceNetworkType", seen -> Machine.NETWORK)
            .text("CreationTime", seen -> LabelAnswer.time(seen.it().instance().details()))
            .texts("SecurityGroupIds.SecurityGroupId", seen -> seen.it().primary().groups().stream())
            .text("VpcAttributes.VpcId", seen -> seen.it().instance().vpc())
            .text("VpcAttributes.VSwitchId", seen -> seen.it().primary().vSwitch())
            .texts(
                    "VpcAttributes.PrivateIpAddress.IpAddress",
                    seen -> Stream.of(seen.it().primary().addresses().primary()))
            .noText("VpcAttributes.NatIpAddress")
            .noTexts("PublicIpAddress.IpAddress", "InnerIpAddress.IpAddress")
            .noText("EipAddress.IpAddress", "EipAddress.AllocationId", "EipAddress.InternetChargeType")
            .noNumber("EipAddress.Bandwidth")
            .text("InstanceChargeType", seen -> "PostPaid")
            .text("StoppedMode", seen -> "Not-applicable")
            .noText("ClusterId", "CreditSpecification", "ExpiredTime", "ImageId", "InternetChargeType")
            .noText("SerialNumber", "VlanId")
            .noText("DedicatedHostAttribute.DedicatedHostId", "DedicatedHostAttribute.DedicatedHostName")
            .noNumber("Cpu", "Memory", "InternetMaxBandwidthIn", "InternetMaxBandwidthOut")
            .noFlag("SecurityOptions.EnableSecureBoot");

    private static final Fields<Object> LOCK = Fields.none().noText("LockReason", "LockMsg");

    private static final Fields<Eni> NETWORK_INTERFACE = Fields.<Eni>none()
            .text("NetworkInterfaceId", Eni::id)
            .text("MacAddress", eni -> eni.settings().mac())
            .text("PrimaryIpAddress", eni -> eni.addresses().primary())
            .text("Type", EniAnswer::type)
            .with(Eni::addresses, EniAnswer.ADDRESSES);

    /// What `DescribeInstances` shows of each.
    static final Fields<Seen<Machine>> FIELDS = COMMON.text(
                    "StartTime",
                    seen -> seen.it().instance().power() == Power.RUNNING
                            ? LabelAnswer.time(seen.it().instance().details())
                            : "")
            .list("NetworkInterfaces.NetworkInterface", seen -> seen.it().enis().stream(), NETWORK_INTERFACE)
            .with(seen -> seen.it().instance().details().labels(), LabelAnswer.ECS)
            .list("OperationLocks.LockReason", seen -> Stream.empty(), LOCK)
            .flag("DeletionProtection", seen -> seen.it().instance().deletion() == Deletion.PROTECTED)
            .text("InstanceTypeFamily", seen -> family(seen.it().instance().machineType()))
            .flag("IoOptimized", seen -> true)
            .flag("DeviceAvailable", seen -> true)
            .text("SpotStrategy", seen -> "NoSpot")
            .noTexts("RdmaIpAddress.IpAddress")
            .noText("AdditionalInfo.NodeSerialNumber", "AutoReleaseTime", "ClockOptions.PtpStatus")
            .noText("CpuOptions.NestedVirtualization", "CpuOptions.Numa", "CpuOptions.TopologyType")
            .noText("CpuOptions.TurboMode", "DedicatedHostAttribute.DedicatedHostClusterId")
            .noText("DedicatedInstanceAttribute.Affinity", "DedicatedInstanceAttribute.Tenancy", "DeploymentSetId")
            .noText("EcsCapacityReservationAttr.CapacityReservationId")
            .noText("EcsCapacityReservationAttr.CapacityReservationPreference")
            .noText("GPUSpec", "HpcClusterId", "ISP", "KeyPairName", "OSName", "OSNameEn", "OSType", "SaleCycle")
            .noText("MetadataOptions.HttpEndpoint", "MetadataOptions.HttpTokens")
            .noText("MetadataOptions.InstanceMetadataTags", "PrivateDnsNameOptions.HostnameType")
            .noText("SpotInterruptionBehavior")
            .noNumber("CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore", "DeploymentSetGroupNo", "GPUAmount")
            .noNumber("LocalStorageAmount", "LocalStorageCapacity", "MetadataOptions.HttpPutResponseHopLimit")
            .noNumber("SpotDuration", "SpotPriceLimit")
            .noFlag("AdditionalInfo.EnableHighDensityMode", "CpuOptions.EnableVISST", "CpuOptions.EnableVRDT")
            .noFlag("EipAddress.IsSupportUnassociate", "EnableNVS", "HibernationOptions.Configured")
            .noFlag("ImageOptions.CurrentOSNVMeSupported", "ImageOptions.LoginAsNonRoot", "Recyclable")
            .noFlag("PrivateDnsNameOptions.EnableInstanceIdDnsAAAARecord")
            .noFlag("PrivateDnsNameOptions.EnableInstanceIdDnsARecord")
            .noFlag("PrivateDnsNameOptions.EnableIpDnsARecord", "PrivateDnsNameOptions.EnableIpDnsPtrRecord");

    /// What `DescribeInstanceAttribute` answers.
    static final Fields<Seen<Machine>> ATTRIBUTE = COMMON.text("IoOptimized", seen -> "optimized")
            .list("OperationLocks.LockReason", seen -> Stream.empty(), LOCK)
            .noText("NetworkOptions.BandwidthWeighting")
            .noFlag("EnableJumboFrame", "EnableNetworkEncryption")
            .noFlag("NetworkOptions.EnableJumboFrame", "NetworkOptions.EnableNetworkEncryption");

    private MachineAnswer() {}

    private static String zone(Seen<Machine> seen) {
        return seen.state()
                .vSwitch(seen.it().primary().vSwitch())
                .map(VSwitch::zone)
                .orElseThrow();
    }

    /// Returns `ecs.g7` of `ecs.g7.large`.
    private static String family(String machineType) {
        int dot = machineType.lastIndexOf('.');
        return dot < 0 ? machineType : machineType.substring(0, dot);
    }
}
