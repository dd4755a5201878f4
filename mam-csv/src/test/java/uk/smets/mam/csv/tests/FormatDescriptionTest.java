package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.description.DocumentDescription;
import uk.smets.mam.csv.description.FormatDescription;
import uk.smets.mam.model.DocumentKind;

class FormatDescriptionTest {
    private final FormatDescription authorisation = FormatDescription.of(DocumentKind.MIGRATION_AUTHORISATION);

    @Test
    void documentHasTheFieldsOfTheFieldTable() {
        assertThat(authorisation.documents())
                .containsExactly(new DocumentDescription(
                        DocumentKind.MIGRATION_AUTHORISATION,
                        "migration-authorisation.csv",
                        MigrationAuthorisation.headerFields(),
                        MigrationAuthorisation.fields()));
        assertThat(authorisation).hasToString("FormatDescription[MIGRATION_AUTHORISATION]");
    }

    @Test
    void documentsOfInstalledModulesAreDescribed() {
        assertThat(FormatDescription.ofAll().documents()).isEqualTo(authorisation.documents());
        assertThatIllegalStateException()
                .isThrownBy(() -> FormatDescription.of(DocumentKind.MIGRATION_SCHEDULE))
                .withMessageContaining("mam-xlsx");
    }

    @Test
    void otherFileNameReplacesTheDefaultInBothDescriptionsOfTables() {
        FormatDescription renamed = authorisation.withFile("out/ma \"1\".csv");
        assertThat(renamed.toCsvw()).contains("\"url\" : \"out/ma \\\"1\\\".csv\"");
        assertThat(renamed.toFrictionless()).contains("\"path\" : \"out/ma \\\"1\\\".csv\"");
        assertThat(authorisation.toCsvw()).contains("\"url\" : \"migration-authorisation.csv\"");
        assertThat(renamed.toJson()).isEqualTo(authorisation.toJson());
    }

    @Test
    void linesEndInLfOnEverySystem() {
        assertThat(List.of(authorisation.toJson(), authorisation.toCsvw(), authorisation.toFrictionless()))
                .allSatisfy(text ->
                        assertThat(text).startsWith("{\n").endsWith("\n}\n").doesNotContain("\r"));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> FormatDescription.of(null))
                .withMessage("kind");
        assertThatNullPointerException()
                .isThrownBy(() -> authorisation.withFile(null))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> authorisation.toSql(null))
                .withMessage("dialect");
    }
}
