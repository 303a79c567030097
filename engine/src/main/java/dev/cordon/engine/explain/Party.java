package dev.cordon.engine.explain;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Detached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.state.PolicyState;
import java.util.Optional;
import java.util.stream.Stream;

/// One end of a connection.
public sealed interface Party {

    /// An ENI, under one of its private addresses.
    record Member(Eni eni, IpAddress address) implements Party {}

    /// An address that no ENI has: no security group speaks for it.
    record Outside(IpAddress address) implements Party {}

    IpAddress address();

    /// Finds what a user means by the id of an ENI, the id of an instance (its primary ENI), or an
    /// address. An ENI that is named by id answers under its first address of the family.
    ///
    /// @param family of the address to use where the text names none
    static Optional<Party> find(PolicyState state, String text, AddressFamily family) {
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isPresent()) {
            return Optional.of(owner(state, address.get()));
        }
        if (!Id.isWellFormed(text)) {
            return Optional.empty();
        }
        return state.eni(new EniId(text))
                .or(() -> primaryEni(state, new InstanceId(text)))
                .flatMap(eni -> member(eni, family));
    }

    /// Returns the ENI that has an address, the one with the smallest id if several VPCs use it.
    private static Party owner(PolicyState state, IpAddress address) {
        return state.enis()
                .filter(eni -> eni.addresses().containsPrivate(address))
                .findFirst()
                .<Party>map(eni -> new Member(eni, address))
                .orElseGet(() -> new Outside(address));
    }

    private static Optional<Eni> primaryEni(PolicyState state, InstanceId instance) {
        return state.enisOf(instance)
                .filter(eni -> switch (eni.attachment()) {
                    case Attached(var id, var role) -> role == Role.PRIMARY;
                    case Detached() -> false;
                })
                .findFirst();
    }

    private static Optional<Party> member(Eni eni, AddressFamily family) {
        Stream<IpAddress> addresses =
                Stream.concat(Stream.of(eni.addresses().primary()), eni.addresses().others().stream());
        return addresses
                .filter(address -> address.family() == family)
                .findFirst()
                .map(address -> new Member(eni, address));
    }
}
