package uk.smets.mam.secure.key;

/** A digest that a signature may use. MD5 and SHA-1 are not available, so that they cannot be allowed. */
public enum DigestAlgorithm {
    /** SHA-256, which this library signs with. */
    SHA_256("SHA-256"),
    /** SHA-384. */
    SHA_384("SHA-384"),
    /** SHA-512. */
    SHA_512("SHA-512");

    private final String algorithmName;

    DigestAlgorithm(String algorithmName) {
        this.algorithmName = algorithmName;
    }

    /** Returns the name, {@code SHA-256}. */
    @Override
    public String toString() {
        return algorithmName;
    }
}
