package uk.smets.mam.cli.input;

import java.io.IOException;

/** A file is of a kind that the command does not read. */
public final class UnsupportedDocumentException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnsupportedDocumentException(String message) {
        super(message);
    }
}
