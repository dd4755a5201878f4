package uk.smets.mam.cli;

import java.util.Optional;

/** What a file is to be read as, by its name and its first bytes: the same for every command. */
enum DocumentForm {
    TEXT,
    WORKBOOK;

    /**
     * A file that is named as a workbook is read as one whatever it holds, so that the report says what keeps it from being one.
     *
     * @throws UnsupportedDocumentException where it is plainly neither a text nor a workbook
     */
    static DocumentForm of(String name, Optional<FirstBytes> first) throws UnsupportedDocumentException {
        if (WorkbookKind.isNameOfOne(name)) {
            return WORKBOOK;
        }
        if (first.isEmpty()) {
            return TEXT;
        }
        if (!first.get().mayBeWorkbook()) {
            throw first.get().refusal();
        }
        return WORKBOOK;
    }
}
