package uk.smets.mam.secure.key;

/** The digests that a signature may be made over. MD5 and SHA-1 are no members: nothing can allow them. */
public enum DigestAlgorithm {
    /** SHA-256, which the library signs with. */
    SHA_256("SHA-256"),
    /** SHA-384. */
    SHA_384("SHA-384"),
    /** SHA-512. */
    SHA_512("SHA-512");

    private final String algorithmName;

    DigestAlgorithm(String algorithmName) {
        this.algorithmName = algorithmName;
    }

    /** The name, {@code SHA-256}. */
    @Override
    public String toString() {
        return algorithmName;
    }
}
