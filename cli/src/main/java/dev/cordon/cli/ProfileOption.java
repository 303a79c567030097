package dev.cordon.cli;

import dev.cordon.model.policy.Profile;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option that says which reading of the sources holds.
public final class ProfileOption {

    static final String DEFAULT = "aliyun-default";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = DEFAULT,
            converter = Converter.class,
            completionCandidates = Names.class,
            description = "What security groups mean where sources disagree: ${COMPLETION-CANDIDATES}."
                    + " Default: ${DEFAULT-VALUE}.")
    private Profile profile = Profile.ALIYUN_DEFAULT;

    public Profile profile() {
        return profile;
    }

    static final class Converter implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String name) {
            return Profile.named(name)
                    .orElseThrow(() -> new TypeConversionException(
                            "no profile `" + name + "`; there are " + String.join(", ", Profile.names())));
        }
    }

    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profile.names().iterator();
        }
    }
}
