package uk.smets.mam.secure.internal.cms;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * Checks the version numbers of a CMS message, which follow from its content (RFC 5652, 5.1 and 5.3). They are not signed, so only
 * the one correct number is accepted.
 */
public final class CmsVersions {
    private static final int ATTRIBUTE_CERTIFICATE_V1 = 1;
    private static final int ATTRIBUTE_CERTIFICATE_V2 = 2;
    private static final int OTHER_CERTIFICATE = 3;

    private CmsVersions() {}

    static boolean areAsTheContents(SignedData data) {
        boolean bySubjectKey = false;
        for (ASN1Encodable encoded : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(encoded);
            boolean keyed = signer.getSID().isTagged();
            if (!signer.getVersion().hasValue(keyed ? 3 : 1)) {
                return false;
            }
            bySubjectKey |= keyed;
        }
        return data.getVersion().hasValue(versionOf(data, bySubjectKey));
    }

    private static int versionOf(SignedData data, boolean bySubjectKey) {
        ASN1Set certificates = data.getCertificates();
        if (holds(certificates, OTHER_CERTIFICATE) || holdsTagged(data.getCRLs())) {
            return 5;
        }
        if (holds(certificates, ATTRIBUTE_CERTIFICATE_V2)) {
            return 4;
        }
        return bySubjectKey
                        || holds(certificates, ATTRIBUTE_CERTIFICATE_V1)
                        || !data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
                ? 3
                : 1;
    }

    private static boolean holds(@Nullable ASN1Set set, int tag) {
        if (set != null) {
            for (ASN1Encodable choice : set) {
                if (choice.toASN1Primitive() instanceof ASN1TaggedObject tagged && tagged.getTagNo() == tag) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holdsTagged(@Nullable ASN1Set set) {
        if (set != null) {
            for (ASN1Encodable choice : set) {
                if (choice.toASN1Primitive() instanceof ASN1TaggedObject) {
                    return true;
                }
            }
        }
        return false;
    }
}
