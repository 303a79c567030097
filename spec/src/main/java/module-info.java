import org.jspecify.annotations.NullMarked;

/// What ECS promises, as a program; never sees the engine.
@NullMarked
module dev.cordon.spec {
    requires static transitive org.jspecify;
    requires transitive dev.cordon.model;

    exports dev.cordon.spec;
}
