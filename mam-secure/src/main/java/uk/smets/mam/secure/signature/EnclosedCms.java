package uk.smets.mam.secure.signature;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/** One file {@code <name>.p7m}, which encloses the content. */
final class EnclosedCms implements SignatureLayout {
    private static final String EXTENSION = CmsMessage.ENCLOSED_EXTENSION;

    @Override
    public List<NamedFile> write(NamedFile content, Signer signer) {
        return List.of(NamedFile.of(content.name() + EXTENSION, signer.enclosedCms(content.bytes())));
    }

    @Override
    public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
        if (file.size() == 0) {
            throw new SecureExchangeException(Rule.SIGNATURE_MISSING, file.name() + ": the file is empty");
        }
        if (PasswordFileText.hasSignatureLines(file.bytes())) {
            return SignatureLayout.appended().read(file, signature);
        }
        byte[] encoded = file.bytes();
        byte[] content = CmsMessage.parse(encoded)
                .enclosed()
                .orElseThrow(() -> new SecureExchangeException(
                        Rule.SIGNATURE_INVALID,
                        file.name() + ": the signature does not enclose the file; it belongs beside it"));
        return new SignedContent(NamedFile.of(bareName(file.name()), content), FileSignature.cms(encoded));
    }

    private static String bareName(String name) {
        boolean extended = name.length() > EXTENSION.length()
                && name.regionMatches(true, name.length() - EXTENSION.length(), EXTENSION, 0, EXTENSION.length());
        return extended ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
