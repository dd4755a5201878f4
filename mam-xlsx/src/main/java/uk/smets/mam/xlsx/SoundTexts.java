package uk.smets.mam.xlsx;

import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.DeviceIdType;
import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.FieldType;
import uk.smets.mam.model.internal.Reporter;
import uk.smets.mam.model.internal.TextType;

/** Whether there is anything wrong with a text, as a field of its column would say. */
final class SoundTexts {
    private final Column<?, ?, ?> deviceId = column(DeviceIdType.class);
    private final Column<?, ?, ?> freeText = column(TextType.class);
    private final FieldProblems problems;
    private final int limit;

    SoundTexts(ValidationOptions options) {
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

    boolean isDeviceId(FieldText text) {
        return isSound(deviceId, text);
    }

    boolean isFreeText(FieldText text) {
        return isSound(freeText, text);
    }

    private boolean isSound(Column<?, ?, ?> column, FieldText text) {
        problems.moveTo(column.field());
        return !CellGuard.isBlank(text, problems) && column.decode(text, limit, problems) != null && !problems.any();
    }
}
