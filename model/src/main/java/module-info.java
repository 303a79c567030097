import org.jspecify.annotations.NullMarked;

/// Nouns, and the state they make up; built on nothing.
@NullMarked
module dev.cordon.model {
    requires static transitive org.jspecify;

    exports dev.cordon.model.net;
    exports dev.cordon.model.policy;
    exports dev.cordon.model.state;
    exports dev.cordon.model.verdict;
}
