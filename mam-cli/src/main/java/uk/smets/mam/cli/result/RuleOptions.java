package uk.smets.mam.cli.result;

import java.util.List;
import java.util.stream.Collectors;
import uk.smets.mam.model.Rule;

/** The options of the command line by which a rule gets the data that only the caller has. */
public final class RuleOptions {
    private RuleOptions() {}

    /** The options for one kind of data, each of which is enough. */
    static List<String> of(Rule.Data data) {
        return switch (data) {
            case SUBMITTED_AT -> List.of("--at");
            case NOTIFIED_ON -> List.of("--notified-on");
            case NETWORK_OPERATORS -> List.of("--network-operators");
            case DORMANT -> List.of("--dormant");
            case ACTIVE -> List.of("--active");
            case ADDRESSEE -> List.of("--expect-signifier", "--expect-participant");
            case RESPONSIBILITIES -> List.of("--responsible-for");
            case GROUP_IDS -> List.of("--group-ids");
        };
    }

    /** {@code --responsible-for and --group-ids}, or {@code --expect-signifier or --expect-participant}. */
    static String words(Rule rule) {
        return rule.data().stream().map(data -> String.join(" or ", of(data))).collect(Collectors.joining(" and "));
    }

    /** {@code ValidationOptions.submittedAt}. */
    static String library(Rule.Data data) {
        return "ValidationOptions." + data.option();
    }
}
