package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;

/// The far side that a rule names: the source for ingress, the destination for egress.
public sealed interface Peer {

    /// The addresses of one block. Matches the block's family only.
    record Block(CidrBlock block) implements Peer {}

    /// The private addresses, of both families, of the ENIs in a group.
    record Group(SecurityGroupId group) implements Peer {}

    /// The blocks of a prefix list, as it stands when a flow is decided.
    record Listed(PrefixListId list) implements Peer {}
}
