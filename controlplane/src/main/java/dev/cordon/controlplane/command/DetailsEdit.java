package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Details;

/// What changes of the texts that people read.
public record DetailsEdit(Edit<String> name, Edit<String> description) {

    Details over(Details old) {
        return old.named(name.over(old.name())).described(description.over(old.description()));
    }
}
