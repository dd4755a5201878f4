package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;

/** All threads can share one signer and one verifier. */
class SignatureThreadsTest {
    private static final int THREADS = 32;

    @Test
    void threadsCanShareASignerAndAVerifier() throws Exception {
        FileSigner signer = Verified.signer(Verified.PKI.supplier);
        FileVerifier verifier = Verified.verifier(Verified.trust());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 4 * THREADS; i++) {
            NamedFile file = NamedFile.of("file " + i, new byte[i]);
            NamedFile other = NamedFile.of("file " + i, new byte[i + 1]);
            work.add(() -> {
                Optional<NamedFile> signature = Optional.of(signer.sign(file).get(1));
                return verifier.verify(file, signature).content().equals(file)
                        && !verifier.verify(other, signature).isValid();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
