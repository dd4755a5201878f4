/**
 * Seals, signs, opens and verifies what suppliers and DCC exchange. Start with {@code Submission} in the root package; password files and
 * archives, signatures, keys and SMKI certificates have packages of their own.
 */
@org.jspecify.annotations.NullMarked
module uk.smets.mam.secure {
    requires static transitive org.jspecify;
    requires transitive uk.smets.mam.model;
    requires uk.smets.mam.csv;
    requires zip4j;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires jakarta.mail;

    exports uk.smets.mam.secure;
    exports uk.smets.mam.secure.archive;
    exports uk.smets.mam.secure.key;
    exports uk.smets.mam.secure.signature;
    exports uk.smets.mam.secure.smki;
}
