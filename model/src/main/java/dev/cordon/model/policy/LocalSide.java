package dev.cordon.model.policy;

import dev.cordon.model.net.CidrBlock;

/// Which of the ENI's own addresses a rule covers. A five-tuple rule narrows it to a block.
///
/// @spec https://help.aliyun.com/document_detail/97439.html Five-tuple rules
public sealed interface LocalSide {

    record Everything() implements LocalSide {}

    record Block(CidrBlock block) implements LocalSide {}

    static LocalSide everything() {
        return new Everything();
    }
}
