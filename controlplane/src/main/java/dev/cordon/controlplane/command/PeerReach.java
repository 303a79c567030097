package dev.cordon.controlplane.command;

/// How far the groups may be that a rule names. A setting.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-authorizesecuritygroup SourceGroupId
public enum PeerReach {
    /// In the same VPC, as documented now.
    SAME_VPC,

    /// Also in another VPC, if no address can be in both: as VPCs that are joined by a
    /// transit network were documented once.
    JOINED_VPCS
}
