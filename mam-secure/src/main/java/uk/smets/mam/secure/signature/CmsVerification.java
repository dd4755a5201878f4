package uk.smets.mam.secure.signature;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.path.RevocationRecord;
import uk.smets.mam.secure.internal.path.TrustSettings;

/** Verifies a CMS message over a content: every signer has to hold. */
final class CmsVerification {
    private final TrustSettings trust;

    CmsVerification(TrustSettings trust) {
        this.trust = trust;
    }

    Verification verify(NamedFile content, CmsMessage message) {
        byte[] bytes = content.bytes();
        Optional<byte[]> enclosed = message.enclosed();
        if (enclosed.isPresent() && !MessageDigest.isEqual(enclosed.get(), bytes)) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID, "the signature encloses other bytes than those of " + content.name()));
        }
        List<VerificationReason> reasons = new ArrayList<>();
        List<VerifiedSigner> signers = new ArrayList<>();
        RevocationRecord record = new RevocationRecord();
        for (SignerInformation signer : signers(message, bytes)) {
            new CmsSigner(trust, message, signer).verify(bytes, reasons, signers, record);
        }
        if (reasons.isEmpty()) {
            message.problemOfForm()
                    .ifPresent(problem -> reasons.add(new VerificationReason(
                            Rule.SIGNATURE_INVALID, problem + ": ask the sender to sign the file again")));
        }
        return new Verification(content, reasons, signers, record.uses(trust.revocationLists()), record.unlisted());
    }

    private static Iterable<SignerInformation> signers(CmsMessage message, byte[] content) {
        try {
            CMSSignedData signed = message.enclosed().isPresent()
                    ? new CMSSignedData(message.info())
                    : new CMSSignedData(new CMSProcessableByteArray(content), message.info());
            return signed.getSignerInfos();
        } catch (CMSException | RuntimeException e) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_INVALID, "the signature is no CMS message that can be read", e);
        }
    }
}
