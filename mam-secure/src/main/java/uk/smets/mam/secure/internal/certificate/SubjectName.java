package uk.smets.mam.secure.internal.certificate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import uk.smets.mam.model.UserId;

/**
 * The SMKI's parts of a subject. A part that occurs twice is treated as absent, since it is ambiguous.
 *
 * @param userId the x500UniqueIdentifier, if it is a BIT STRING of 8 octets
 * @param organisationalUnit the organisational unit
 */
public record SubjectName(Optional<UserId> userId, Optional<String> organisationalUnit) {
    private static final ASN1ObjectIdentifier UNIQUE_IDENTIFIER = new ASN1ObjectIdentifier("2.5.4.45");

    public static SubjectName of(X500Principal subject) {
        List<ASN1BitString> identifiers = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (RDN part : X500Name.getInstance(subject.getEncoded()).getRDNs()) {
            for (AttributeTypeAndValue attribute : part.getTypesAndValues()) {
                if (attribute.getType().equals(UNIQUE_IDENTIFIER)
                        && attribute.getValue() instanceof ASN1BitString identifier) {
                    identifiers.add(identifier);
                } else if (attribute.getType().equals(BCStyle.OU)) {
                    DirectoryString.find(attribute.getValue()).ifPresent(units::add);
                }
            }
        }
        return new SubjectName(only(identifiers).flatMap(SubjectName::userId), only(units));
    }

    private static Optional<UserId> userId(ASN1BitString identifier) {
        return identifier.getPadBits() == 0 && identifier.getBytesLength() == Long.BYTES
                ? Optional.of(new UserId(ByteBuffer.wrap(identifier.getBytes()).getLong()))
                : Optional.empty();
    }

    private static <T> Optional<T> only(List<T> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
