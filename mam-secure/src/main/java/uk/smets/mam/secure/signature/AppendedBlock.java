package uk.smets.mam.secure.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/** The layout of a password file with the signature in the lines after its third line. */
record AppendedBlock(SignatureBlock block) implements SignatureLayout {
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
        int end = PasswordFileText.endOfLines(whole);
        byte[] appended = Arrays.copyOfRange(whole, end, whole.length);
        if (PasswordFileText.isBlank(appended)) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_MISSING,
                    file.name() + ": no signature follows the third line: ask for the signed file");
        }
        NamedFile content = NamedFile.of(file.name(), Arrays.copyOf(whole, end));
        return new SignedContent(content, block.read(content, appended));
    }

    /** A signature block in an unknown form, which is kept unchanged. */
    enum Opaque implements SignatureBlock {
        INSTANCE;

        @Override
        public byte[] write(NamedFile content, Signer signer) {
            throw new UnsupportedOperationException("the layout cannot be used for signing: sign with another layout");
        }

        @Override
        public FileSignature read(NamedFile content, byte[] block) {
            return FileSignature.opaque(block);
        }
    }
}
