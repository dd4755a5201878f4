package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/** The cell styles of a workbook that show a number as a date. */
public final class DateFormats {
    /** Excel allows 65,490 styles and fewer formats. */
    private static final int MOST = 1 << 16;

    /** The longest format code that Excel allows. */
    private static final int LONGEST_CODE = 255;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatsOfStyles = new ArrayList<>();
    private final BitSet dates = new BitSet();
    private boolean inCellStyles;

    private DateFormats() {}

    /** Returns the formats of a workbook without styles. */
    static DateFormats none() {
        return new DateFormats();
    }

    /** Reads the styles of a workbook. */
    static DateFormats read(WorkbookPart styles) throws IOException {
        DateFormats found = new DateFormats();
        try (XmlInput xml = new XmlInput(styles.open(), styles.name())) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    found.read(xml.events());
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.events().getLocalName().equals("cellXfs")) {
                    found.inCellStyles = false;
                }
                event = xml.next();
            }
            xml.finish();
        }
        found.findDates();
        return found;
    }

    private void read(XMLStreamReader2 element) {
        if (!SheetCursor.MAIN.equals(element.getNamespaceURI())) {
            return;
        }
        switch (element.getLocalName()) {
            case "cellXfs" -> inCellStyles = true;
            case "numFmt" -> {
                String code = element.getAttributeValue("", "formatCode");
                if (code != null && code.length() <= LONGEST_CODE && formats.size() < MOST) {
                    formats.putIfAbsent(number(element.getAttributeValue("", "numFmtId")), code);
                }
            }
            case "xf" -> {
                if (inCellStyles && formatsOfStyles.size() < MOST) {
                    formatsOfStyles.add(number(element.getAttributeValue("", "numFmtId")));
                }
            }
            default -> {
                // Fonts, fills, borders and so on are not needed.
            }
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private void findDates() {
        Map<Integer, Boolean> known = new HashMap<>();
        for (int style = 0; style < formatsOfStyles.size(); style++) {
            dates.set(style, known.computeIfAbsent(formatsOfStyles.get(style), this::isDateFormat));
        }
    }

    private boolean isDateFormat(int format) {
        String own = formats.get(format);
        return DateUtil.isADateFormat(format, own == null ? BuiltinFormats.getBuiltinFormat(format) : own);
    }

    /** Returns whether a style shows a number as a date. */
    public boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
