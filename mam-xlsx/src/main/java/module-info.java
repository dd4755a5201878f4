/**
 * Reads, writes and validates the Dormant Meter workbooks, and answers the Migration Schedule.
 */
@org.jspecify.annotations.NullMarked
module uk.smets.mam.xlsx {
    requires static transitive org.jspecify;
    requires transitive uk.smets.mam.model;
    requires org.apache.commons.compress;
    requires org.apache.logging.log4j;
    requires org.apache.poi.ooxml;
    requires com.fasterxml.aalto;
    requires java.xml;

    exports uk.smets.mam.xlsx;

    provides uk.smets.mam.model.DocumentFormat with
            uk.smets.mam.xlsx.internal.read.NotificationFormat;
    provides uk.smets.mam.model.internal.json.DocumentForms with
            uk.smets.mam.xlsx.internal.document.NotificationForms;
    provides org.apache.logging.log4j.spi.Provider with
            uk.smets.mam.xlsx.internal.write.FallbackLogProvider;
}
