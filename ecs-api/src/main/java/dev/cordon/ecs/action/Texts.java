package dev.cordon.ecs.action;

import dev.cordon.controlplane.command.DetailsEdit;
import dev.cordon.controlplane.command.Edit;
import dev.cordon.ecs.error.EcsError;
import dev.cordon.ecs.error.NetworkErrors;
import dev.cordon.ecs.http.Parameters;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names and descriptions, read within the lengths and letters that ECS allows.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-createsecuritygroup SecurityGroupName
final class Texts {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}:_.-]{1,127}");

    private static final int DESCRIPTION_LENGTH_MIN = 2;

    static final int DESCRIPTION_LENGTH_MAX = 256;

    static final int NETWORK_NAME_LENGTH_MAX = 128;

    private Texts() {}

    /// Returns a name, empty if there is none.
    static String name(Parameters parameters, String parameter, EcsError malformed) {
        return matching(parameters, parameter, NAME, malformed);
    }

    /// Returns a text that has a form, empty if there is none.
    static String matching(Parameters parameters, String parameter, Pattern form, EcsError malformed) {
        return parameters
                .parsed(
                        parameter,
                        text -> Optional.of(text)
                                .filter(given -> form.matcher(given).matches()),
                        malformed)
                .orElse("");
    }

    /// Returns a description, empty if there is none.
    static String description(Parameters parameters, EcsError malformed) {
        return parameters
                .parsed("Description", text -> Optional.of(text).filter(Texts::isDescription), malformed)
                .orElse("");
    }

    /// Returns what is to change of a name and a description; an empty description clears it.
    static DetailsEdit edit(Parameters parameters, String nameParameter, EcsError name, EcsError description) {
        return new DetailsEdit(
                parameters.has(nameParameter) ? new Edit.Set<>(name(parameters, nameParameter, name)) : Edit.keep(),
                parameters.given("Description").isPresent()
                        ? new Edit.Set<>(description(parameters, description))
                        : Edit.keep());
    }

    /// Returns what is to change of a name and a description of the VPC product.
    static DetailsEdit networkEdit(Parameters parameters, String nameParameter) {
        return new DetailsEdit(
                parameters.has(nameParameter)
                        ? new Edit.Set<>(upTo(parameters, nameParameter, NETWORK_NAME_LENGTH_MAX))
                        : Edit.keep(),
                parameters.given("Description").isPresent()
                        ? new Edit.Set<>(upTo(parameters, "Description", DESCRIPTION_LENGTH_MAX))
                        : Edit.keep());
    }

    /// Returns a text of the VPC product, which asks for no more than a length.
    static String upTo(Parameters parameters, String parameter, int lengthMax) {
        return parameters
                .parsed(
                        parameter,
                        text -> Optional.of(text).filter(given -> given.length() <= lengthMax),
                        NetworkErrors.malformedText(parameter, lengthMax))
                .orElse("");
    }

    private static boolean isDescription(String text) {
        return DESCRIPTION_LENGTH_MIN <= text.length()
                && text.length() <= DESCRIPTION_LENGTH_MAX
                && !text.startsWith("http://")
                && !text.startsWith("https://");
    }
}
