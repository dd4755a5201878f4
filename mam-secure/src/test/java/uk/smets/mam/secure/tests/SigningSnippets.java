package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureBlock;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** The Java of docs/signing.md, compiled and run here; {@link SigningPageTest} compares the page with the lines between the marks. */
final class SigningSnippets {
    private final List<X509Certificate> chain;

    SigningSnippets(List<X509Certificate> chain) {
        this.chain = chain;
    }

    void sign(Path library, char[] pin, NamedFile passwordFile, Path folder) throws IOException {
        // snippet: sign
        try (SigningToken token = SigningToken.open(library, TokenSlot.label("IKI"), pin)) {
            List<NamedFile> sent = FileSigner.of(token.key("file-signing")).sign(passwordFile);
            for (NamedFile file : sent) { // the file as it is, and <name>.p7s
                Files.write(folder.resolve(file.name()), file.bytes());
            }
        }
        // end
    }

    NamedFile verify(Path authorities, Clock clock, Path file, Path signature) throws IOException {
        // snippet: verify
        Trust trust = Trust.ofFolder(authorities); // roots, authorities below them, revocation lists
        FileVerifier verifier = FileVerifier.of(trust).withClock(clock); // keep it: it has no time of its own
        Verification verification = verifier.verify(file, Optional.of(signature));
        verification.reasons().forEach(System.out::println);
        NamedFile content = verification.content(); // exactly the bytes that were verified, or an exception
        // end
        return content;
    }

    // snippet: layout
    class ValueInALine implements SignatureLayout {
        @Override
        public List<NamedFile> write(NamedFile content, Signer signer) {
            String line = Base64.getEncoder().encodeToString(signer.plain(content.bytes())) + "\n";
            return List.of(content, NamedFile.of(content.name() + ".sig", line.getBytes(US_ASCII)));
        }

        @Override
        public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
            NamedFile line = signature.orElseThrow(
                    () -> new SecureExchangeException(Rule.SIGNATURE_MISSING, "ask for " + file.name() + ".sig"));
            try {
                byte[] value = Base64.getMimeDecoder().decode(line.bytes());
                return new SignedContent(file, FileSignature.plain(DigestAlgorithm.SHA_256, value, chain));
            } catch (IllegalArgumentException e) {
                throw new SecureExchangeException(Rule.SIGNATURE_INVALID, line.name() + " is not Base64", e);
            }
        }
    }
    // end

    SignatureLayout block() {
        // snippet: block
        SignatureBlock block = new SignatureBlock() {
            @Override
            public byte[] write(NamedFile content, Signer signer) {
                return (Base64.getEncoder().encodeToString(signer.plain(content.bytes())) + "\n").getBytes(US_ASCII);
            }

            @Override
            public FileSignature read(NamedFile content, byte[] lines) {
                try {
                    byte[] value = Base64.getMimeDecoder().decode(lines);
                    return FileSignature.plain(DigestAlgorithm.SHA_256, value, chain);
                } catch (IllegalArgumentException e) {
                    throw new SecureExchangeException(Rule.SIGNATURE_INVALID, content.name() + " is not Base64", e);
                }
            }
        };
        SignatureLayout layout = SignatureLayout.appended(block);
        // end
        return layout;
    }

    record Picked(CertificatePair supplier, ValidationOptions options) {}

    Picked certificates(Path folder, UserId supplierId, UserId operatorId, Instant at) throws IOException {
        // snippet: certificates
        SmkiCertificates certificates = SmkiCertificates.ofFolder(folder);
        CertificatePair supplier = certificates.supplier(supplierId, at);
        ValidationOptions options = ValidationOptions.defaults()
                .networkOperators(certificates.networkOperators(Map.of(operatorId, Set.of(13, 16)), at));
        // end
        return new Picked(supplier, options);
    }
}
