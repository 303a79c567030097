import org.jspecify.annotations.NullMarked;

/// Questions about all flows at once, each answered with its evidence.
@NullMarked
module dev.cordon.analysis {
    requires static transitive org.jspecify;
    requires transitive dev.cordon.model;

    exports dev.cordon.analysis.flowset;
    exports dev.cordon.analysis.question;
}
