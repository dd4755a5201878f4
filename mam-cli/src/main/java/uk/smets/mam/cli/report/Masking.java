package uk.smets.mam.cli.report;

import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.MeterPointMask;

/** Whether the output of a command hides meter points. */
public enum Masking {
    NONE,
    METER_POINTS;

    /** Returns the text of a value at a place. */
    public String of(Location at, String text) {
        return this == NONE ? text : MeterPointMask.inField(at.fieldName().orElse(""), text);
    }

    public Location of(Location at) {
        return this == NONE ? at : at.masked();
    }

    DocumentHeader of(DocumentHeader header) {
        return this == NONE ? header : header.masked();
    }

    Finding of(Finding finding) {
        return this == NONE ? finding : finding.masked();
    }

    ValidationReport of(ValidationReport report) {
        return this == NONE ? report : report.masked();
    }
}
