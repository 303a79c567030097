package dev.cordon.model.policy;

/// An object that people name, describe and label.
public sealed interface Described extends Entity
        permits Eni, Instance, PortList, PrefixList, SecurityGroup, VSwitch, Vpc {

    Details details();

    /// Returns the same object with other details.
    Described with(Details changed);
}
