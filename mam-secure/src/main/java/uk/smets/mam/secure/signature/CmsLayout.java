package uk.smets.mam.secure.signature;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * The layouts of CMS. A password file without a CMS signature, but with lines after its third, has another layout, which must not be
 * reported as a missing signature.
 */
enum CmsLayout implements SignatureLayout {
    /** The unchanged file, and {@code <name>.p7s}. */
    DETACHED {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            return List.of(
                    content,
                    NamedFile.of(content.name() + CmsMessage.DETACHED_EXTENSION, signer.detachedCms(content.bytes())));
        }

        @Override
        SignedContent readCms(NamedFile file, Optional<NamedFile> signature) {
            if (signature.isEmpty() || signature.get().size() == 0) {
                throw new SecureExchangeException(
                        Rule.SIGNATURE_MISSING,
                        file.name() + ": there is no signature: ask for " + file.name()
                                + CmsMessage.DETACHED_EXTENSION);
            }
            return new SignedContent(file, FileSignature.cms(signature.get().bytes()));
        }
    },

    /** One file {@code <name>.p7m}, which encloses the content. */
    ENCLOSED {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            return List.of(
                    NamedFile.of(content.name() + CmsMessage.ENCLOSED_EXTENSION, signer.enclosedCms(content.bytes())));
        }

        @Override
        SignedContent readCms(NamedFile file, Optional<NamedFile> signature) {
            byte[] encoded = file.bytes();
            byte[] content = CmsMessage.parse(encoded)
                    .enclosed()
                    .orElseThrow(() -> new SecureExchangeException(
                            Rule.SIGNATURE_INVALID,
                            file.name()
                                    + ": the signature does not enclose the file: give the file and the signature"
                                    + " separately"));
            return new SignedContent(NamedFile.of(bareName(file.name()), content), FileSignature.cms(encoded));
        }
    };

    abstract SignedContent readCms(NamedFile file, Optional<NamedFile> signature);

    @Override
    public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
        if (this == ENCLOSED && file.size() == 0) {
            throw new SecureExchangeException(Rule.SIGNATURE_MISSING, file.name() + ": the file is empty");
        }
        return (this == ENCLOSED || signature.isEmpty()) && PasswordFileText.hasSignatureLines(file.bytes())
                ? SignatureLayout.appended().read(file, signature)
                : readCms(file, signature);
    }

    private static String bareName(String name) {
        int end = name.length() - CmsMessage.ENCLOSED_EXTENSION.length();
        boolean extended = end > 0 && name.substring(end).equalsIgnoreCase(CmsMessage.ENCLOSED_EXTENSION);
        return extended ? name.substring(0, end) : name;
    }
}
