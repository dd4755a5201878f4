package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.smets.mam.csv.MigrationAuthorisation;

/** What is written reads back equal. */
class WrittenAndReadTest {
    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return Documents.any();
    }

    @Property
    void whatIsWrittenReadsBackEqual(@ForAll("documents") MigrationAuthorisation document) {
        assertThat(MigrationAuthorisation.parse(document.toBytes())).isEqualTo(document);
    }
}
