/**
 * Seals, signs, opens and verifies what suppliers and DCC exchange.
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
}
