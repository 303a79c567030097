package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;

/// A subnet of a VPC, in one zone; ENIs get their addresses from its block.
public record VSwitch(VSwitchId id, VpcId vpc, CidrBlock block, String zone, Details details) implements Entity {}
