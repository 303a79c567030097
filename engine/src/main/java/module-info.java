import org.jspecify.annotations.NullMarked;

/// The spec's answers, fast; never sees the spec.
@NullMarked
module dev.cordon.engine {
    requires static transitive org.jspecify;
    requires transitive dev.cordon.model;

    exports dev.cordon.engine.compile;
    exports dev.cordon.engine.decide;
    exports dev.cordon.engine.explain;
    exports dev.cordon.engine.session;
    exports dev.cordon.engine.table;
}
