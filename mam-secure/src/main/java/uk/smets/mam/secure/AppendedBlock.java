package uk.smets.mam.secure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;

/** The password file and, in the lines that follow its third, the signature. */
record AppendedBlock(SignatureBlock block) implements SignatureLayout {
    private static final int LINES = 3;

    @Override
    public List<NamedFile> write(NamedFile content, Signer signer) {
        byte[] lines = content.bytes();
        byte[] appended = block.write(content, signer);
        byte[] whole = Arrays.copyOf(lines, lines.length + appended.length);
        System.arraycopy(appended, 0, whole, lines.length, appended.length);
        return List.of(NamedFile.of(content.name(), whole));
    }

    @Override
    public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
        byte[] whole = file.bytes();
        int end = endOfContent(whole);
        byte[] appended = Arrays.copyOfRange(whole, end, whole.length);
        if (isBlank(appended)) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_MISSING,
                    file.name() + ": no signature follows the third line: ask for the signed file");
        }
        NamedFile content = NamedFile.of(file.name(), Arrays.copyOf(whole, end));
        return new SignedContent(content, block.read(content, appended));
    }

    /** Whether lines that may be a signature follow the third line of a password file; sound or not, but text. */
    static boolean isIn(NamedFile file) {
        byte[] bytes = file.bytes();
        return isText(bytes) && !isBlank(Arrays.copyOfRange(bytes, endOfContent(bytes), bytes.length));
    }

    /** Whether the bytes start as a password file, and not as a CMS message that encloses one. */
    static boolean isText(byte[] bytes) {
        if (!PasswordFile.isRecognised(bytes)) {
            return false;
        }
        int end = endOfContent(bytes);
        for (int i = 0; i < end; i++) {
            // Tags and lengths of ASN.1 are among these, and in no text of any encoding.
            if (bytes[i] > 0 && bytes[i] < '\t') {
                return false;
            }
        }
        return true;
    }

    /** Where the third line ends, its LF included; the size of a file that has fewer lines. */
    private static int endOfContent(byte[] bytes) {
        int at = 0;
        for (int line = 0; line < LINES; line++) {
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, bytes.length);
        }
        return at;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return false;
            }
        }
        return true;
    }
}
