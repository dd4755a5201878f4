package uk.smets.mam.cli.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.secure.smki.KeyUse;
import uk.smets.mam.secure.smki.RemotePartyRole;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** The columns of a document that a certificate belongs in, as text (clause 7.2.3). */
public record CertificatePlaces(Set<CertificateSlot> slots) {
    /** The first of the certificate fields of a Migration Authorisation; each certificate has two. */
    private static final int FIRST_FIELD = 6;

    static CertificatePlaces of(SmkiCertificate certificate) {
        return new CertificatePlaces(certificate.slots());
    }

    boolean isCritical() {
        return slots.stream().anyMatch(CertificateSlot::isCritical);
    }

    boolean isNonCritical() {
        return slots.stream().anyMatch(slot -> !slot.isCritical());
    }

    /** Returns {@code Critical}, {@code Non-Critical} or both. */
    String kind() {
        return isCritical() ? isNonCritical() ? "Critical and Non-Critical" : "Critical" : "Non-Critical";
    }

    /** Returns {@code ESME, GPF and GSME Supplier Certificate Id (Critical)}, one text for each kind of column. */
    List<String> columns() {
        Map<String, List<String>> devices = new TreeMap<>();
        for (CertificateSlot slot : slots) {
            String device = slot.device().name();
            devices.computeIfAbsent(slot.title().substring(device.length() + 1), title -> new ArrayList<>())
                    .add(device);
        }
        List<String> columns = new ArrayList<>();
        devices.forEach((title, names) -> columns.add(joined(names) + " " + title));
        return columns;
    }

    /** Returns {@code 6-7, 14-15 and 22-23}: the fields of a Migration Authorisation. */
    String fields() {
        return joined(slots.stream()
                .map(slot -> FIRST_FIELD + 2 * slot.ordinal())
                .map(serial -> serial + "-" + (serial + 1))
                .toList());
    }

    private static String joined(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** Returns why a certificate belongs in no column. */
    static String whyNone(SmkiCertificate certificate) {
        if (certificate.role().map(CertificatePlaces::isOfARow).orElse(false)) {
            Collection<KeyUse> uses = certificate.keyUses();
            return uses.contains(KeyUse.DIGITAL_SIGNATURE) || uses.contains(KeyUse.KEY_AGREEMENT)
                    ? "none: its Serial Number or Issuer Name cannot be written there"
                    : "none: its key is not for signatures or key agreement";
        }
        return "none: it is not a certificate of a supplier or network operator";
    }

    private static boolean isOfARow(RemotePartyRole role) {
        return role == RemotePartyRole.SUPPLIER || role == RemotePartyRole.NETWORK_OPERATOR;
    }
}
