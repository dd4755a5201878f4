package uk.smets.mam.model.tests;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ArchitecturePage;

class ArchitecturePageTest {
    @Test
    void pageShowsAndListsThePackages() throws IOException {
        ArchitecturePage.checkSectionOf("uk.smets.mam.model");
    }
}
