package uk.smets.mam.csv.internal.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.csv.internal.diagnosis.DocumentStart;
import uk.smets.mam.csv.internal.diagnosis.SourceStart;
import uk.smets.mam.csv.internal.scan.ByteOrderMark;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentFormat;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.file.OpenInput;

/** The CSV of the Migration Authorisation. It is tried last: a file that no other format recognises may be one. */
public final class AuthorisationFormat implements DocumentFormat {
    /** Creates the format; used by {@link java.util.ServiceLoader}. */
    public AuthorisationFormat() {
        // There is no state.
    }

    @Override
    public Set<DocumentKind> kinds() {
        return Set.of(DocumentKind.MIGRATION_AUTHORISATION);
    }

    @Override
    public Match match(String name, byte[] start) {
        return Match.OTHERWISE;
    }

    @Override
    public Optional<DocumentKind> kindOf(Input input) throws IOException {
        try (OpenInput open = OpenInput.of(input)) {
            SourceStart start = SourceStart.of(
                    ByteOrderMark.of(open.stream()),
                    ValidationOptions.defaults().fieldLimit());
            return isAuthorisation(start, input.name())
                    ? Optional.of(DocumentKind.MIGRATION_AUTHORISATION)
                    : Optional.empty();
        }
    }

    private static boolean isAuthorisation(SourceStart start, String name) {
        DocumentStart document = start.document();
        boolean mayBe = document.otherKind().isEmpty() && start.head().length > 0;
        return mayBe && (document.hasHeader() || name.toLowerCase(Locale.ROOT).endsWith(".csv"));
    }

    @Override
    public ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return MigrationAuthorisationScan.READING.validate(input, options);
    }

    @Override
    public List<DocumentField> headerFields(DocumentKind kind) {
        requireKind(kind);
        return MigrationAuthorisationTable.HEADER;
    }

    @Override
    public List<DocumentField> fields(DocumentKind kind) {
        requireKind(kind);
        return MigrationAuthorisationTable.FIELDS;
    }

    private void requireKind(DocumentKind kind) {
        if (!kinds().contains(requireNonNull(kind, "kind"))) {
            throw new IllegalArgumentException("kind: one of " + kinds() + "; got " + kind);
        }
    }
}
