package uk.smets.mam.cli.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;

/**
 * Reads a list of meter points. If its first line has a heading MPAN, MPRN or MPxN, only these columns are read. Without headings every
 * value is a meter point: an MPAN if it has 13 digits, otherwise an MPRN.
 */
public final class MeterPointListFile implements ListFile.Lines {
    private static final String MPAN = "MPAN";
    private static final String MPRN = "MPRN";
    private static final String EITHER = "MPXN";
    private static final Set<String> HEADINGS = Set.of(MPAN, MPRN, EITHER);
    private static final int DIGITS_OF_MPAN = 13;

    private final MeterPointList.Builder list = MeterPointList.builder();
    private List<String> columns = List.of();

    private MeterPointListFile() {}

    public static MeterPointList read(Console console, String name) throws IOException {
        MeterPointListFile file = new MeterPointListFile();
        ListFile.read(console, name, file);
        return file.list.build();
    }

    @Override
    public boolean isHeading(String text) {
        return HEADINGS.contains(heading(text));
    }

    @Override
    public boolean isValue(String text) {
        return Mpan.find(text).isPresent() || Mprn.find(text).isPresent();
    }

    private static String heading(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    @Override
    public void headings(List<String> headings) {
        List<String> named = new ArrayList<>(headings);
        named.replaceAll(MeterPointListFile::heading);
        columns = named;
    }

    @Override
    public void line(long number, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String column = columns.isEmpty() ? EITHER : i < columns.size() ? columns.get(i) : "";
            if (!values.get(i).isEmpty() && HEADINGS.contains(column)) {
                add(column, i + 1, values.get(i));
            }
        }
    }

    /** The message has no digits of the value, as {@code --mask} requires. */
    private void add(String column, int place, String value) {
        boolean mpan = column.equals(MPAN) || column.equals(EITHER) && value.length() == DIGITS_OF_MPAN;
        boolean known = mpan
                ? Mpan.find(value).map(list::add).isPresent()
                : Mprn.find(value).map(list::add).isPresent();
        if (!known) {
            throw new IllegalArgumentException("value " + place + " is not an "
                    + (column.equals(EITHER) ? "MPAN or MPRN" : column) + ": an MPAN has 13 digits, an MPRN up to 10");
        }
    }
}
