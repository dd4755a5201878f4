package uk.smets.mam.secure.internal.token;

/**
 * The state of a token (CK_TOKEN_INFO of PKCS #11).
 *
 * @param slot the ID of its slot
 * @param label its label, without padding
 * @param flags its flags
 */
public record TokenState(long slot, String label, long flags) {
    private static final long INITIALISED = 0x400;
    private static final long COUNT_LOW = 0x10000;
    private static final long FINAL_TRY = 0x20000;
    private static final long LOCKED = 0x40000;

    boolean isInitialised() {
        return (flags & INITIALISED) != 0;
    }

    boolean isLocked() {
        return (flags & LOCKED) != 0;
    }

    /** Returns how many tries are left, as far as the token reports it: PKCS #11 has no number for it. */
    String tries() {
        if (isLocked()) {
            return "the token is locked now";
        }
        if ((flags & FINAL_TRY) != 0) {
            return "one try is left before the token locks";
        }
        return (flags & COUNT_LOW) != 0
                ? "the token has counted wrong PINs, and locks after a few more"
                : "the token does not report how many tries are left";
    }
}
