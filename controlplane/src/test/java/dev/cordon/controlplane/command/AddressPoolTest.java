package dev.cordon.controlplane.command;

import static dev.cordon.controlplane.command.Sample.MADE;
import static dev.cordon.controlplane.command.Sample.eniId;
import static dev.cordon.controlplane.command.Sample.vSwitch;
import static dev.cordon.controlplane.command.Sample.vpc;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.controlplane.command.AddressPool.Allocation;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.policy.Attachment;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.VSwitch;
import dev.cordon.model.state.PolicyState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPoolTest {

    @Test
    void smallestVSwitchHasFourAddressesToGive() {
        assertEquals(
                granted("10.2.0.9", "10.2.0.10", "10.2.0.11", "10.2.0.12"),
                pool(Sample.STATE, 2).allocate(new AddressRequest.Any(), 4));
    }

    @Test
    void secondaryAddressesAndDelegatedPrefixesAreTaken() {
        EniAddresses addresses = new EniAddresses(
                IpAddress.of("10.1.0.2"),
                List.of(IpAddress.of("10.1.0.7"), IpAddress.of("2001:db8::7")),
                List.of(CidrBlock.of("10.1.0.8/29"), CidrBlock.of("2001:db8::/80")),
                List.of());
        Eni eni = new Eni(
                eniId(8),
                vpc(1),
                vSwitch(1),
                new Attachment.Detached(),
                addresses,
                List.of(Sample.sg("web")),
                EniSettings.DEFAULT,
                MADE);
        assertEquals(
                granted("10.1.0.6", "10.1.0.16", "10.1.0.17"),
                pool(Sample.with(eni), 1).allocate(new AddressRequest.Any(), 3));
    }

    @Test
    void addressesAboveTheMiddleOfTheAddressSpaceAreGiven() {
        VSwitch high = new VSwitch(vSwitch(3), vpc(3), CidrBlock.of("192.168.255.248/29"), "zone-e", MADE);
        assertEquals(
                granted("192.168.255.249", "192.168.255.250"),
                pool(Sample.with(high), 3).allocate(new AddressRequest.Any(), 2));
    }

    private static AddressPool pool(PolicyState state, int vSwitch) {
        return AddressPool.of(state.vSwitch(vSwitch(vSwitch)).orElseThrow(), state);
    }

    private static Allocation granted(String... addresses) {
        return new Allocation.Granted(
                Arrays.stream(addresses).map(IpAddress::of).toList());
    }
}
