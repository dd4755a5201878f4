package uk.smets.mam.xlsx.internal.respond;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.xml.InlineText;

/** What answers put into the yellow cells of rows, as the XML of a sheet has it. Rows have few answers, and each is made once. */
public final class AnswerContents {
    /** A response in which every row has certificates of its own must not fill the memory. */
    private static final int MOST_KEPT = 1_024;

    private record Key(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {}

    private final List<YellowColumn> columns;
    private final InlineText text;
    private final Map<Key, byte[] @Nullable []> kept = new HashMap<>();
    private final FieldOutput scratch = new FieldOutput(256);

    /**
     * Prepares the contents of a sheet.
     *
     * @param columns the yellow columns
     * @param prefix the prefix of the sheet's elements with its colon, or nothing
     */
    AnswerContents(List<YellowColumn> columns, String prefix) {
        this.columns = columns;
        text = new InlineText(prefix);
    }

    /**
     * The contents of a row's yellow cells.
     *
     * @param answer the answer to the row
     * @param mpanGiven whether the row has an MPAN
     * @param mprnGiven whether the row has an MPRN
     * @return for each yellow column the rest of the cell from its attribute {@code t} on, or null where the cell stays as it is
     */
    byte[] @Nullable [] of(ScheduleAnswer answer, boolean mpanGiven, boolean mprnGiven) {
        Key key = new Key(answer, mpanGiven, mprnGiven);
        byte[] @Nullable [] known = kept.get(key);
        if (known == null) {
            if (kept.size() == MOST_KEPT) {
                kept.clear();
            }
            known = encode(key);
            kept.put(key, known);
        }
        return known;
    }

    private byte[] @Nullable [] encode(Key key) {
        AnsweredFields answered = AnsweredFields.of(key.answer, key.mpanGiven, key.mprnGiven);
        byte[] @Nullable [] contents = new byte[columns.size()][];
        for (int i = 0; i < contents.length; i++) {
            if (answered.contains(columns.get(i).field().index())) {
                contents[i] = encode(answered.text(columns.get(i).field().index()));
            }
        }
        return contents;
    }

    private byte[] encode(byte[] value) {
        scratch.truncate(0);
        text.put(value, 0, value.length, scratch);
        return Arrays.copyOf(scratch.array(), scratch.size());
    }
}
