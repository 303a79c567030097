package dev.cordon.model.policy;

/// The two kinds of security group.
///
/// A basic group can interconnect its members and lets them send by default; an advanced group does
/// neither, holds more ENIs, and takes part in no group reference.
///
/// @spec https://help.aliyun.com/document_detail/120621.html Basic and advanced security groups
public enum GroupType {
    BASIC,
    ADVANCED
}
