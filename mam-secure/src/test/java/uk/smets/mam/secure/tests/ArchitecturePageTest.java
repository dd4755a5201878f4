package uk.smets.mam.secure.tests;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ArchitecturePage;

class ArchitecturePageTest {
    @Test
    void pageDrawsAndListsThePackages() throws IOException {
        ArchitecturePage.checkSectionOf("uk.smets.mam.secure");
    }
}
