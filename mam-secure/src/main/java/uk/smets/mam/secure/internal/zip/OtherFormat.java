package uk.smets.mam.secure.internal.zip;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Formats that are taken for a ZIP by mistake, known by how they start: so that the message can say what a file is. */
public enum OtherFormat {
    SEVEN_ZIP("a 7z archive", 0x377ABCAF),
    RAR("a RAR archive", 0x52617221),
    GZIP("a gzip file", 0x1F8B0800),
    CFB("an old Office document, or one that is encrypted by itself,", 0xD0CF11E0);

    private final String words;
    private final int start;

    OtherFormat(String words, int start) {
        this.words = words;
        this.start = start;
    }

    static Optional<String> of(ByteBuffer bytes) {
        int start = Integer.reverseBytes(bytes.getInt(0));
        for (OtherFormat format : values()) {
            if (format.start == start) {
                return Optional.of(format.words);
            }
        }
        return Optional.empty();
    }
}
