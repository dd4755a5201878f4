package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

class MessagesTest {
    private static final Set<Rule> FOR_CSV_ONLY = EnumSet.of(
            Rule.FILE_NAME_FORMAT,
            Rule.FILE_NAME_MISMATCH,
            Rule.BYTE_ORDER_MARK,
            Rule.LINE_END,
            Rule.FINAL_LINE_END,
            Rule.BLANK_LINE,
            Rule.QUOTING,
            Rule.FIELD_COUNT,
            Rule.NOT_A_DOCUMENT,
            Rule.HEADER_INCOMPLETE,
            Rule.USER_ID_FORMAT,
            Rule.USER_ID_CASE,
            Rule.COMMISSIONED_BY_DCC,
            Rule.MIGRATION_WEEK_MISSING,
            Rule.MIGRATION_WEEK_NOT_MONDAY,
            Rule.MIGRATION_WEEKS_MIXED,
            Rule.MIGRATE_ON_OUTSIDE_WEEK,
            Rule.METER_POINT_DORMANT,
            Rule.METER_POINT_NOT_ACTIVE,
            Rule.OUTCOME_UNKNOWN);

    @Test
    void messagesMatchTheirFile(@TempDir Path folder) throws IOException {
        MessageListing listing = new MessageListing();
        MessageSamples.addTo(listing);
        ResponseSamples.addTo(listing, folder);

        listing.check();
        assertThat(listing.rules())
                .as("rules of this module")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> !FOR_CSV_ONLY.contains(rule) && rule.group() != Rule.Group.SECURE)
                        .toList());
    }
}
