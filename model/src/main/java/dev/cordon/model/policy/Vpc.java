package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;

/// A private network. Groups and ENIs of two VPCs never meet.
public record Vpc(VpcId id, CidrBlock block, Details details) implements Entity {}
