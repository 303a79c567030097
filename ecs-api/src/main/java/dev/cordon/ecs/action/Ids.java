package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.Ipv6Subnet;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.policy.PortListId;
import dev.cordon.model.policy.PrefixListId;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.VSwitchId;
import dev.cordon.model.policy.VpcId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// New ids: a prefix for the kind and 20 letters and digits, 103 bits of chance.
record Ids(RandomGenerator random) {

    static final int RANDOM_LENGTH = 20;

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// The bytes of a MAC address behind the first, which says that it is given locally.
    private static final long LOCAL_MAC = 0x02_00_00_00_00_00L;
    private static final long MAC_FREE_BITS = 0xff_ff_ff_ff_ffL;

    /// The first byte of unique local addresses, fd00::/8.
    private static final long UNIQUE_LOCAL = 0xfdL << (Long.SIZE - Byte.SIZE);

    SecurityGroupId group() {
        return new SecurityGroupId(next("sg-"));
    }

    RuleId rule() {
        return new RuleId(next("sgr-"));
    }

    EniId eni() {
        return new EniId(next("eni-"));
    }

    InstanceId instance() {
        return new InstanceId(next("i-"));
    }

    VpcId vpc() {
        return new VpcId(next("vpc-"));
    }

    VSwitchId vSwitch() {
        return new VSwitchId(next("vsw-"));
    }

    PrefixListId prefixList() {
        return new PrefixListId(next("pl-"));
    }

    PortListId portList() {
        return new PortListId(next("prl-"));
    }

    private String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /// Returns a block of unique local addresses: always the same for the same id.
    static CidrBlock ipv6Block(VpcId vpc) {
        UUID digest = UUID.nameUUIDFromBytes(vpc.value().getBytes(StandardCharsets.UTF_8));
        long high = UNIQUE_LOCAL | digest.getLeastSignificantBits() >>> Byte.SIZE;
        return new CidrBlock(
                new IpAddress.V6(high, 0).masked(Ipv6Subnet.VPC_PREFIX_LENGTH_BITS), Ipv6Subnet.VPC_PREFIX_LENGTH_BITS);
    }

    /// Returns the MAC address of an ENI: always the same for the same id.
    static MacAddress mac(EniId eni) {
        UUID digest = UUID.nameUUIDFromBytes(eni.value().getBytes(StandardCharsets.UTF_8));
        return new MacAddress(LOCAL_MAC | digest.getLeastSignificantBits() & MAC_FREE_BITS);
    }
}
