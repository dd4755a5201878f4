package uk.smets.mam.secure.signature;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.PasswordFileText;

/**
 * The file as it is, and {@code <name>.p7s} beside it. A password file that comes without one, and with lines after its third, is signed
 * in another layout, which is not to be taken for no signature.
 */
final class DetachedCms implements SignatureLayout {
    @Override
    public List<NamedFile> write(NamedFile content, Signer signer) {
        return List.of(content, NamedFile.of(content.name() + CmsMessage.DETACHED_EXTENSION, signer.detachedCms(content.bytes())));
    }

    @Override
    public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
        if (signature.isEmpty() && PasswordFileText.hasSignatureLines(file.bytes())) {
            return SignatureLayout.appended().read(file, signature);
        }
        if (signature.isEmpty() || signature.get().size() == 0) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_MISSING,
                    file.name() + ": there is no signature: ask for " + file.name() + CmsMessage.DETACHED_EXTENSION);
        }
        return new SignedContent(file, FileSignature.cms(signature.get().bytes()));
    }
}
