package uk.smets.mam.secure.tests;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.Trust;

/** A supplier that seals, and a DCC that opens what the supplier sealed. */
final class Parties {
    static final TestPki PKI = new TestPki();
    static final Clock CLOCK = Clock.fixed(TestPki.NOW, ZoneOffset.UTC);
    static final FileSigner SUPPLIER = signer(PKI.supplier);
    static final FileVerifier DCC =
            FileVerifier.of(Trust.of(List.of(PKI.root.certificate()))).withClock(CLOCK);

    private Parties() {}

    static FileSigner signer(TestPki.Holder holder) {
        return FileSigner.of(SigningKey.of(holder.key(), PKI.chain(holder))).withClock(CLOCK);
    }
}
