package uk.smets.mam.xlsx.internal.document;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * The texts of the fields of a row in memory, as they would appear in a workbook.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 */
public final class RowTexts<R, D extends RowDraft<R>> implements Reporter.FieldTexts {
    private final Notification<R, D> notification;
    private @Nullable R row;

    public RowTexts(Notification<R, D> notification) {
        this.notification = notification;
    }

    public void moveTo(R next) {
        row = next;
    }

    @Override
    public String of(int number) {
        FieldOutput out = new FieldOutput(64);
        if (row != null) {
            notification.columns().get(number - 1).write(row, out);
        }
        return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
    }
}
