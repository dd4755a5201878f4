package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

/** Pins the messages of refusals, except those about a PIN, which need a token. */
class MessagesTest {
    @Test
    void messagesMatchTheirFile(@TempDir Path folder) throws IOException {
        MessageListing listing = new MessageListing();
        MessageSamples.addTo(listing, folder);

        listing.check();
        assertThat(listing.rules())
                .as("rules of the secure exchange")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> rule.group() == Rule.Group.SECURE && rule != Rule.TOKEN_PIN)
                        .toList());
    }
}
