package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.error.GroupErrors;
import dev.cordon.ecs.http.Parameters;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final String BAD_NAME = "400 InvalidSecurityGroupName.Malformed";
    private static final String BAD_DESCRIPTION = "400 InvalidSecurityGroupDiscription.Malformed";

    private static Parameters with(String name, String value) {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put(name, value);
        return Given.parameters(parameters);
    }

    private static String nameProblem(String value) {
        Parameters parameters = with("Name", value);
        String name = Texts.name(parameters, "Name", GroupErrors.malformedName());
        String problem = Given.problem(parameters);
        assertEquals(problem.equals("good") ? value : "", name);
        return problem;
    }

    private static String descriptionProblem(String value) {
        Parameters parameters = with("Description", value);
        String description = Texts.description(parameters, GroupErrors.malformedDescription());
        String problem = Given.problem(parameters);
        assertEquals(problem.equals("good") ? value : "", description);
        return problem;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "组一", "a1:_.-", "Größe"})
    void nameBeginsWithALetter(String name) {
        assertEquals("good", nameProblem(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1a", "-a", "a b", "http://a", "a\n", "a/b"})
    void otherNamesAreRefused(String name) {
        assertEquals(BAD_NAME, nameProblem(name));
    }

    @Test
    void nameIsLimited() {
        assertEquals("good", nameProblem("n".repeat(128)));
        assertEquals(BAD_NAME, nameProblem("n".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "描述", "a b", "see http://example.com", "<&>\""})
    void descriptionIsAlmostAnyText(String description) {
        assertEquals("good", descriptionProblem(description));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "http://example.com", "https://example.com"})
    void otherDescriptionsAreRefused(String description) {
        assertEquals(BAD_DESCRIPTION, descriptionProblem(description));
    }

    @Test
    void descriptionIsLimited() {
        assertEquals("good", descriptionProblem("描".repeat(256)));
        assertEquals(BAD_DESCRIPTION, descriptionProblem("描".repeat(257)));
    }

    @Test
    void textsOfNetworksAreLimitedInLengthAlone() {
        Parameters fits = with("VpcName", "1".repeat(128));
        assertEquals("1".repeat(128), Texts.upTo(fits, "VpcName", 128));
        assertEquals("good", Given.problem(fits));
        Parameters tooLong = with("VpcName", "1".repeat(129));
        Texts.upTo(tooLong, "VpcName", 128);
        assertEquals("400 InvalidVpcName.Malformed", Given.problem(tooLong));
    }
}
