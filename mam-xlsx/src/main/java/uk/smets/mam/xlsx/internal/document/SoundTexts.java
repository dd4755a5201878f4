package uk.smets.mam.xlsx.internal.document;

import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.DeviceIdType;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.finding.Reporter;

/** Checks whether a text is valid, by the rules for a field of its column. */
public final class SoundTexts {
    private final Column<?, ?, ?> deviceId = column(DeviceIdType.class);
    private final Column<?, ?, ?> freeText = column(TextType.class);
    private final FieldProblems problems;
    private final int limit;

    public SoundTexts(ValidationOptions options) {
        limit = options.fieldLimit();
        problems = new FieldProblems(
                new Reporter("", options, false, (rule, severity, repairable, finding) -> {}, number -> ""),
                deviceId.field());
    }

    private static Column<?, ?, ?> column(Class<? extends FieldType<?>> type) {
        return MigrationScheduleTable.NOTIFICATION.columns().stream()
                .filter(column -> type.isInstance(column.type()))
                .findFirst()
                .orElseThrow();
    }

    public boolean isDeviceId(FieldText text) {
        return isSound(deviceId, text);
    }

    public boolean isFreeText(FieldText text) {
        return isSound(freeText, text);
    }

    private boolean isSound(Column<?, ?, ?> column, FieldText text) {
        problems.moveTo(column.field());
        return !CellGuard.isBlank(text, problems) && column.decode(text, limit, problems) != null && !problems.any();
    }
}
