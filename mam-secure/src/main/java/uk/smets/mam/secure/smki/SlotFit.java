package uk.smets.mam.secure.smki;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.secure.internal.certificate.KeyStrength;

/**
 * Determines why a certificate does not fit a place of a row. A device checks Critical messages with a key for digital signatures, and
 * secures the others with one for key agreement; the SMKI issues each certificate for exactly one of these uses.
 */
final class SlotFit {
    private SlotFit() {}

    static List<String> problems(SmkiCertificate certificate, CertificateSlot slot, Instant at) {
        List<String> problems = new ArrayList<>();
        roleProblem(certificate, slot).ifPresent(problems::add);
        KeyUse wanted = slot.isCritical() ? KeyUse.DIGITAL_SIGNATURE : KeyUse.KEY_AGREEMENT;
        if (!certificate.keyUses().contains(wanted)) {
            problems.add("its key is for " + KeyStrength.textOf(certificate.keyUses()) + "; " + slot.title()
                    + " requires one for " + wanted);
        }
        if (!certificate.isValidAt(at)) {
            problems.add(
                    "it is valid from " + certificate.notBefore() + " to " + certificate.notAfter() + ", not at " + at);
        }
        try {
            certificate.certificateId();
        } catch (IllegalStateException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    private static Optional<String> roleProblem(SmkiCertificate certificate, CertificateSlot slot) {
        RemotePartyRole wanted = slot.role() == CertificateSlot.Role.SUPPLIER
                ? RemotePartyRole.SUPPLIER
                : RemotePartyRole.NETWORK_OPERATOR;
        Optional<RemotePartyRole> role = certificate.role();
        if (role.filter(wanted::equals).isPresent()) {
            return Optional.empty();
        }
        String found = role.map(other -> "its role is " + other + " (OU=" + other.code() + ")")
                .orElse("its organisational unit is not the code of an SMKI role");
        return Optional.of(found + "; " + slot.title() + " requires a " + wanted + " (OU=" + wanted.code() + ")");
    }
}
