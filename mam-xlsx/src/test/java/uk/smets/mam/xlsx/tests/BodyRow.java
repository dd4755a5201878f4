package uk.smets.mam.xlsx.tests;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of a body: its fields by their names in the MAM. The values are invented and valid. */
final class BodyRow {
    /** The Serial Number of every Critical certificate, and that of every other. */
    static final String CRITICAL = "57212471004629716046573406635618602124";

    private static final String NON_CRITICAL = "57212471004629716046573406635618602125";
    private static final String ISSUER = "CN=Z1,OU=07";

    private final Map<String, CellXml> cells = new LinkedHashMap<>();

    /** A dual-fuel row of a Migration Schedule as DCC sends it. */
    static BodyRow ofSchedule() {
        return new BodyRow()
                .with("MPAN", "1312345678907")
                .with("MPRN", "3938424403")
                .with("Not before", "02/09/2019")
                .with("Not after", "08/09/2019")
                .with("CHF Device ID", "70-B3-D5-1F-5A-2C-D0-9C")
                .with("GPF Device ID", "70-B3-D5-1F-5A-2C-D0-9D")
                .with("ESME Device ID", "70-B3-D5-1F-50-BA-0D-DD")
                .with("GSME Device ID", "70-B3-D5-1F-50-BA-0D-DE")
                .with("IHD Device ID", "70-B3-D5-1F-50-BA-0D-DF")
                .with("PPMID Device ID", "70-B3-D5-1F-50-BA-0D-E0")
                .with("CAD Device ID", "70-B3-D5-1F-50-BA-0D-E1")
                .with("CH Serial Number", "CH53444620")
                .with("ESME Serial Number", "E763558125")
                .with("GSME Serial Number", "G00012")
                .with("IHD Serial Number", "I-77")
                .with("PPMID Serial Number", "P 12");
    }

    /** A row of a Migration Schedule that a supplier has answered. */
    static BodyRow ofResponse() {
        BodyRow row = ofSchedule().with("Priority", "Y");
        for (String certificate : new String[] {
            "ESME Supplier", "ESME Network Operator", "GPF Supplier", "GPF Network Operator", "GSME Supplier"
        }) {
            for (String kind : new String[] {"Critical", "Non-Critical"}) {
                row.with(
                        certificate + " Certificate Id (" + kind + ") \u2013 Serial Number",
                        kind.equals("Critical") ? CRITICAL : NON_CRITICAL);
                row.with(certificate + " Certificate Id (" + kind + ") \u2013 Issuer Name", ISSUER);
            }
        }
        return row;
    }

    /** A row of a firmware notification. */
    static BodyRow ofFirmware() {
        BodyRow row = new BodyRow()
                .with("MPAN", "1312345678907")
                .with("MPRN", "3938424403")
                .with("Not Before", "02092019")
                .with("Not After", "08092019");
        for (String device : new String[] {"CH", "ESME", "GSME", "PPMID"}) {
            row.with(device + " Serial Number", device + "-001")
                    .with(device + " Manufacturer", "Acme " + device)
                    .with(device + " Model", "M16")
                    .with(device + " Existing FW", "1.0.3")
                    .with(device + " Target FW", "1.2.0");
        }
        return row;
    }

    BodyRow with(String field, String text) {
        return with(field, CellXml.text(text));
    }

    BodyRow with(String field, CellXml cell) {
        cells.put(field, cell);
        return this;
    }

    BodyRow without(String field) {
        cells.remove(field);
        return this;
    }

    /** A row without the fields whose names start with this text. */
    BodyRow withoutAll(String start) {
        cells.keySet().removeIf(field -> field.startsWith(start));
        return this;
    }

    Map<String, CellXml> cells() {
        return cells;
    }
}
