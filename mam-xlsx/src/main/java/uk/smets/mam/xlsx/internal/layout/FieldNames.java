package uk.smets.mam.xlsx.internal.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;

/** Finds the document field that a heading names, alone or combined with the group headings above it. */
public final class FieldNames {
    /** The word that {@link HeadingKey} drops after "firmware". */
    private static final String VERSION = "version";

    private final Map<String, Integer> fields = new HashMap<>();

    /** All names, concatenated, to quickly rule out a text that is not part of any name. */
    private final String all;

    FieldNames(List<DocumentField> documentFields) {
        for (DocumentField field : documentFields) {
            fields.put(HeadingKey.of(field.name()), field.number() - 1);
            fields.put(HeadingKey.of(field.jsonName()), field.number() - 1);
        }
        all = String.join(" ", fields.keySet()) + " " + VERSION + " firmware";
    }

    /** Returns whether a heading can name a field, alone or with others. */
    boolean isPart(SeenRow.Cell heading) {
        return isPart(heading.key()) || heading.mayHaveRemark() && isPart(keyWithoutRemark(heading));
    }

    private boolean isPart(String key) {
        return fields.containsKey(key) || all.contains(key);
    }

    private static String keyWithoutRemark(SeenRow.Cell heading) {
        return HeadingKey.of(HeadingKey.withoutRemark(heading.text()));
    }

    /**
     * Returns the index of the field that a heading names. Tries the likeliest meaning first: within a group, then alone; with a bracketed
     * remark, then without.
     *
     * @param groups the headings above it, topmost first
     * @param own the heading
     */
    Optional<Integer> find(List<SeenRow.Cell> groups, SeenRow.Cell own) {
        Integer field = isPart(own.key()) ? find(groups, own.key()) : null;
        if (field == null && own.mayHaveRemark()) {
            field = find(groups, keyWithoutRemark(own));
        }
        return Optional.ofNullable(field);
    }

    private @Nullable Integer find(List<SeenRow.Cell> groups, String heading) {
        if (!groups.isEmpty() && groups.stream().allMatch(group -> isPart(singular(group.key())))) {
            Integer field = fields.get(joined(groups, heading));
            if (field != null) {
                return field;
            }
        }
        String nearest = groups.isEmpty() ? "" : groups.get(groups.size() - 1).key();
        if (!nearest.isEmpty() && isPart(singular(nearest))) {
            for (String candidate : List.of(
                    HeadingKey.joined(nearest, heading),
                    HeadingKey.joined(heading, nearest),
                    HeadingKey.joined(heading, singular(nearest)))) {
                Integer field = fields.get(candidate);
                if (field != null) {
                    return field;
                }
            }
        }
        return fields.get(heading);
    }

    private static String joined(List<SeenRow.Cell> groups, String heading) {
        StringBuilder key = new StringBuilder();
        groups.forEach(group -> key.append(group.key()));
        return HeadingKey.joined(key.append(heading).toString());
    }

    /** Returns {@code deviceid} for {@code deviceids}. */
    private static String singular(String group) {
        return group.endsWith("s") ? group.substring(0, group.length() - 1) : group;
    }
}
