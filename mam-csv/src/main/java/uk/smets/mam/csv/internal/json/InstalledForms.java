package uk.smets.mam.csv.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.internal.json.DocumentForms;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** The types that a module for a JSON library writes and reads. */
public final class InstalledForms {
    /** The types whose forms another module provides. Without it a JSON library would write only the parts that it recognises. */
    private static final List<Class<?>> OF_NOTIFICATIONS =
            List.of(NotificationHeader.class, FirmwareUpgradeRow.class, MigrationScheduleRow.class);

    private InstalledForms() {}

    /** Returns the form of each type. */
    public static List<JsonForm<?>> all() {
        List<JsonForm<?>> forms = new ArrayList<>(ValueForms.ALL);
        forms.addAll(PartForms.all());
        forms.addAll(DocumentForms.installed());
        Set<Class<?>> known = forms.stream().map(JsonForm::type).collect(Collectors.toSet());
        OF_NOTIFICATIONS.stream()
                .filter(type -> !known.contains(type))
                .forEach(type -> forms.add(new MissingForm<>(type)));
        return List.copyOf(forms);
    }
}
