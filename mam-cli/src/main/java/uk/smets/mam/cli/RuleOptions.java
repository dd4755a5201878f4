package uk.smets.mam.cli;

import java.util.List;
import java.util.stream.Collectors;
import uk.smets.mam.model.Rule;

/** The options of the command line by which a rule gets the data that only the caller has. */
final class RuleOptions {
    private RuleOptions() {}

    /** The options for one kind of data, each of which is enough; empty where only the library takes it. */
    static List<String> of(Rule.Data data) {
        return switch (data) {
            case SUBMITTED_AT -> List.of("--at");
            case NOTIFIED_ON -> List.of("--notified-on");
            case RESPONSIBILITIES -> List.of("--responsible-for");
            case GROUP_IDS -> List.of("--group-ids");
            case NETWORK_OPERATORS, DORMANT, ACTIVE, ADDRESSEE -> List.of();
        };
    }

    /** {@code --responsible-for and --group-ids}, or the name of the library's option where the command line has none; empty where a rule needs no data. */
    static String words(Rule rule) {
        return rule.data().stream()
                .map(data -> of(data).isEmpty() ? library(data) : String.join(" or ", of(data)))
                .collect(Collectors.joining(" and "));
    }

    /** {@code ValidationOptions.submittedAt}. */
    static String library(Rule.Data data) {
        return "ValidationOptions." + data.option();
    }
}
