package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;

/** {@link Documents} without a module that reads a format. */
class DocumentsTest {
    private static final Input INPUT = Input.of(new byte[] {'1'}, "ma.csv");

    @Test
    void exceptionNamesTheModulesIfNoneReadsDocuments() {
        String message =
                "no module that reads documents is on the class path or module path: add uk.smets.mam:mam-csv for the "
                        + "Migration Authorisation, and uk.smets.mam:mam-xlsx for the two notifications";
        assertThatIllegalStateException().isThrownBy(Documents::kinds).withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.kindOf(INPUT))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.validate(INPUT))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.validate(Path.of("absent.csv")))
                .withMessage(message);
    }

    @Test
    void fieldsOfADocumentWithoutItsModuleNameTheModule() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.fields(DocumentKind.MIGRATION_AUTHORISATION))
                .withMessage(
                        "no module that reads the Migration Authorisation is on the class path or module path: add "
                                + "uk.smets.mam:mam-csv");
        assertThatIllegalStateException()
                .isThrownBy(() -> Documents.headerFields(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION))
                .withMessage("no module that reads the Firmware notification is on the class path or module path: add "
                        + "uk.smets.mam:mam-xlsx");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Documents.kindOf((Input) null))
                .withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> Documents.kindOf((Path) null))
                .withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> Documents.validate((Input) null, ValidationOptions.defaults()))
                .withMessage("input");
        assertThatNullPointerException()
                .isThrownBy(() -> Documents.validate(INPUT, null))
                .withMessage("options");
        assertThatNullPointerException()
                .isThrownBy(() -> Documents.fields(null))
                .withMessage("kind");
    }
}
