package uk.smets.mam.cli.input;

import java.io.IOException;

/** A file is not of a kind that the command reads: reported in one sentence and not as a thousand findings. */
public final class UnsupportedDocumentException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnsupportedDocumentException(String message) {
        super(message);
    }
}
