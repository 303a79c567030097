package dev.cordon.ecs.action;

import dev.cordon.ecs.error.GeneralErrors;
import dev.cordon.ecs.http.Parameters;
import dev.cordon.ecs.schema.Fields;
import dev.cordon.model.policy.Id;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which part of a list is wanted: a page by its number, or what follows a token.
///
/// Lists are in descending order of their ids, and the token is the last id that was shown, so a
/// list that changes between two pages loses nothing that stays. Clients rely on a token even where
/// they did not ask for one; only a page by its number has none.
///
/// @spec https://alibabacloud.com/help/en/ecs/api-describesecuritygroups NextToken, PageNumber
final class Paging {

    static final int SIZE_DEFAULT = 10;

    private static final int NUMBER_MAX = 999_999_999;

    private final int number;
    private final int size;
    private final String after;
    private final Mode mode;

    private enum Mode {
        BY_NUMBER,
        BY_TOKEN
    }

    private Paging(int number, int size, String after, Mode mode) {
        this.number = number;
        this.size = size;
        this.after = after;
        this.mode = mode;
    }

    static Paging of(Parameters parameters, int sizeMax) {
        int number = parameters.number("PageNumber", 1, NUMBER_MAX, 1);
        int pageSize = parameters.number("PageSize", 1, sizeMax, SIZE_DEFAULT);
        int size = parameters.number("MaxResults", 1, sizeMax, pageSize);
        String after = parameters
                .parsed(
                        "NextToken",
                        text -> Optional.of(text).filter(Id::isWellFormed),
                        GeneralErrors.invalidParameter("NextToken", "the NextToken of an answer"))
                .orElse("");
        return parameters.has("PageNumber") && after.isEmpty()
                ? new Paging(number, pageSize, "", Mode.BY_NUMBER)
                : new Paging(1, size, after, Mode.BY_TOKEN);
    }

    /// What every list takes.
    static final String[] PARAMETERS = {"PageNumber#", "PageSize#", "MaxResults#", "NextToken"};

    /// Part of a list, with what is said about the whole.
    ///
    /// @param totalCount of the whole list
    /// @param token empty if nothing follows
    record Page<T>(List<T> items, int totalCount, int number, int size, String token) {

        <U> Page<U> map(Function<T, U> each) {
            return new Page<>(items.stream().map(each).toList(), totalCount, number, size, token);
        }
    }

    /// Returns the fields of an answer that is a page.
    ///
    /// @param path of the list
    static <T> Fields<Page<T>> fields(String path, Fields<T> entry) {
        return Fields.<Page<T>>none()
                .list(path, page -> page.items().stream(), entry)
                .number("TotalCount", Page::totalCount)
                .number("PageNumber", Page::number)
                .number("PageSize", Page::size)
                .text("NextToken", Page::token);
    }

    /// Returns a page of what has no ids, in the order given; there is no token for it.
    <T> Page<T> slice(List<T> all) {
        List<T> items = all.stream().skip((number - 1L) * size).limit(size).toList();
        return new Page<>(items, all.size(), number, size, "");
    }

    <T> Page<T> page(Stream<T> found, Function<T, Id> id) {
        List<T> all = found.sorted(
                        Comparator.comparing((T item) -> id.apply(item).value()).reversed())
                .toList();
        List<T> rest = all.stream()
                .filter(item -> after.isEmpty() || id.apply(item).value().compareTo(after) < 0)
                .skip((number - 1L) * size)
                .toList();
        List<T> items = rest.stream().limit(size).toList();
        boolean more = mode == Mode.BY_TOKEN && rest.size() > size;
        String token = more ? id.apply(items.getLast()).value() : "";
        return new Page<>(items, all.size(), number, size, token);
    }
}
