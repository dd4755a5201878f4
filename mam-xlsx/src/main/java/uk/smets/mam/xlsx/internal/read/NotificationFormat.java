package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentFormat;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.file.OpenInput;
import uk.smets.mam.model.internal.primitive.WorkbookForm;
import uk.smets.mam.xlsx.internal.document.FirmwareUpgradeTable;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/** The workbooks of the two notifications. */
public final class NotificationFormat implements DocumentFormat {
    /** Creates the format; used by {@link java.util.ServiceLoader}. */
    public NotificationFormat() {
        // There is no state.
    }

    /**
     * Returns which of the two notifications a workbook holds, by its headings, or by the form of its rows if it has none.
     *
     * @param input the workbook
     * @return the kind, or empty if the input is not a workbook or holds neither
     * @throws IOException if the input cannot be read
     */
    public static Optional<DocumentKind> kindIn(Input input) throws IOException {
        ValidationOptions options = ValidationOptions.defaults();
        try (WorkbookSource source = WorkbookSource.of(requireNonNull(input, "input"), options)) {
            return kindIn(source, options);
        }
    }

    private static Optional<DocumentKind> kindIn(WorkbookSource source, ValidationOptions options) throws IOException {
        try (WorkbookPackage workbook = WorkbookPackage.open(source, options)) {
            return Layout.kindOf(workbook);
        } catch (IOException e) {
            source.checkDisk();
            return Optional.empty();
        }
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION, DocumentKind.MIGRATION_SCHEDULE);
    }

    @Override
    public Match match(String name, byte[] start) {
        if (WorkbookForm.isWorkbook(name, start)) {
            return Match.CERTAIN;
        }
        return WorkbookForm.isArchive(name, start) ? Match.POSSIBLE : Match.NONE;
    }

    @Override
    public Optional<DocumentKind> kindOf(Input input) throws IOException {
        return kindIn(input);
    }

    /** A workbook that holds neither notification is validated as the one that its name suggests. */
    @Override
    public ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        Input workbook = OpenInput.repeatable(input);
        DocumentKind kind = kindIn(workbook).orElseGet(() -> suggestedBy(input.name()));
        return NotificationScan.reading(notification(kind)).validate(workbook, options);
    }

    private static DocumentKind suggestedBy(String name) {
        return name.toLowerCase(Locale.ROOT).contains("firmware")
                ? DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                : DocumentKind.MIGRATION_SCHEDULE;
    }

    @Override
    public List<DocumentField> headerFields(DocumentKind kind) {
        return notification(kind).header();
    }

    @Override
    public List<DocumentField> fields(DocumentKind kind) {
        return notification(kind).fields();
    }

    private static Notification<?, ?> notification(DocumentKind kind) {
        return switch (requireNonNull(kind, "kind")) {
            case FIRMWARE_UPGRADE_NOTIFICATION -> FirmwareUpgradeTable.NOTIFICATION;
            case MIGRATION_SCHEDULE -> MigrationScheduleTable.NOTIFICATION;
            case MIGRATION_AUTHORISATION ->
                throw new IllegalArgumentException("kind: one of the two notifications; got " + kind);
        };
    }
}
