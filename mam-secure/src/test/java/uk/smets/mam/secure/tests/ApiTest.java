package uk.smets.mam.secure.tests;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ApiListing;

class ApiTest {
    @Test
    void apiMatchesItsFile() throws IOException {
        ApiListing.check();
    }
}
