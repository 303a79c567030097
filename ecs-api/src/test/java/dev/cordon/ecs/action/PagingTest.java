package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    private static final int SIZE_MAX = 50;

    /// `vpc-10` to `vpc-39`, in an order that is not that of the answer.
    private static final List<VpcId> ALL = IntStream.range(0, 30)
            .mapToObj(i -> new VpcId("vpc-" + (10 + i * 7 % 30)))
            .toList();

    private record Shown(String ids, String next) {}

    private static Shown page(String words, Stream<VpcId> found) {
        Parameters parameters = Given.parameters(words);
        Paging.Page<VpcId> page = Paging.of(parameters, SIZE_MAX).page(found, id -> id);
        assertEquals("good", Given.problem(parameters));
        return new Shown(
                page.items().isEmpty()
                        ? "none"
                        : page.items().getFirst() + " to " + page.items().getLast(),
                page.token());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
                    X=                          | vpc-39 to vpc-30 | vpc-30
                    PageSize=5                  | vpc-39 to vpc-35 | vpc-35
                    MaxResults=7 PageSize=5     | vpc-39 to vpc-33 | vpc-33
                    PageNumber=1                | vpc-39 to vpc-30 | ''
                    PageNumber=3 PageSize=4     | vpc-31 to vpc-28 | ''
                    PageNumber=4                | none             | ''
                    NextToken=vpc-15            | vpc-14 to vpc-10 | ''
                    NextToken=vpc-15 MaxResults=5 | vpc-14 to vpc-10 | ''
                    NextToken=vpc-15 MaxResults=4 | vpc-14 to vpc-11 | vpc-11
                    NextToken=vpc-15 PageNumber=2 | vpc-14 to vpc-10 | ''
                    NextToken=vpc-10            | none             | ''
                    MaxResults=30               | vpc-39 to vpc-10 | ''
                    """)
    void pageIsWhatIsAskedFor(String words, String ids, String next) {
        assertEquals(new Shown(ids, next), page(words, ALL.stream()));
    }

    @Test
    void headTellsAboutTheWhole() {
        Parameters parameters = Given.parameters("MaxResults=7");
        assertEquals(
                "{\"TotalCount\":30,\"PageNumber\":1,\"PageSize\":7,\"NextToken\":\"vpc-33\"}",
                Paging.fields("Ids", Fields.<VpcId>none())
                        .write(Paging.of(parameters, SIZE_MAX).page(ALL.stream(), id -> id))
                        .without("Ids")
                        .toString());
    }

    @Test
    void tokensLeadThroughEverythingOnce() {
        List<Id> seen = new ArrayList<>();
        String token = "";
        do {
            Paging paging = Paging.of(Given.parameters("MaxResults=4 NextToken=" + token), SIZE_MAX);
            Paging.Page<VpcId> page = paging.page(ALL.stream(), id -> id);
            seen.addAll(page.items());
            token = page.token();
        } while (!token.isEmpty());
        assertEquals(
                ALL.stream().sorted((a, b) -> b.value().compareTo(a.value())).toList(), seen);
    }

    @Test
    void whatTheTokenNamesMayBeGone() {
        Stream<VpcId> changed = ALL.stream().filter(id -> !id.value().equals("vpc-15"));
        assertEquals(new Shown("vpc-14 to vpc-10", ""), page("NextToken=vpc-15", changed));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    PageNumber=0
                    PageSize=0
                    PageSize=51
                    MaxResults=51
                    MaxResults=1e1
                    NextToken=vpc/1
                    """)
    void otherNumbersAreRefused(String words) {
        Parameters parameters = Given.parameters(words);
        Paging.of(parameters, SIZE_MAX);
        assertEquals("400 InvalidParameter", Given.problem(parameters));
    }
}
