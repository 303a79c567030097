package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.policy.Labels;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private record Thing(String name, String zone, List<Integer> numbers, Labels labels) {}

    private static final List<Thing> THINGS = List.of(
            new Thing("a", "north", List.of(1, 2), Labels.of("rg-1", Map.of("owner", "me", "env", ""))),
            new Thing("b", "south", List.of(2, 3), Labels.of("rg-2", Map.of("owner", "you"))),
            new Thing("c", "south", List.of(), Labels.NONE));

    private static String found(String words) {
        Parameters parameters = Given.parameters(words);
        return String.join(
                "",
                new Filters<Thing>(parameters)
                        .is("Zone", Thing::zone)
                        .has("Number", thing -> thing.numbers().stream())
                        .oneOf(parameters.repeated("Name"), thing -> Stream.of(thing.name()))
                        .labels(Thing::labels)
                        .id("Id")
                        .ids(parameters.repeated("Ids"))
                        .apply(
                                THINGS::stream,
                                id -> THINGS.stream()
                                        .filter(thing -> thing.name().equals(id))
                                        .findFirst())
                        .map(Thing::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Other=x                | abc
                    Zone=south             | bc
                    Zone=South             | ''
                    Number=2               | ab
                    Number=3               | b
                    Number=02              | ''
                    Name.1=c Name.3=a      | ac
                    Name.1=none            | ''
                    Zone=south Number=2    | b
                    Zone=north Name.1=b    | ''
                    Zone=                  | abc
                    Id=b                   | b
                    Id=d                   | ''
                    Id=b Zone=north        | ''
                    Ids.1=c Ids.2=a Ids.3=x/y | ac
                    Id=a Ids.1=a Ids.2=b   | a
                    Id=a Ids.1=b           | ''
                    Tag.1.Key=owner        | ab
                    Tag.1.Key=Owner        | ''
                    Tag.1.Key=owner Tag.1.Value=you | b
                    Tag.1.Key=owner Tag.2.Key=env   | a
                    Tag.1.Key=env Tag.1.Value=x     | ''
                    ResourceGroupId=rg-1   | a
                    ResourceGroupId=rg-2 Tag.1.Key=owner | b
                    """)
    void onlyWhatFitsEveryFilterIsLeft(String words, String names) {
        assertEquals(names, found(words));
    }
}
