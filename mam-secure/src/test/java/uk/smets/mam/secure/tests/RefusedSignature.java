package uk.smets.mam.secure.tests;

import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.Verification;

/** A signature that is refused for one cause. The message that names the cause is pinned in {@code messages.txt}. */
record RefusedSignature(String cause, Rule rule, Verification verification) {
    String message() {
        return verification.reasons().get(0).message();
    }

    @Override
    public String toString() {
        return cause;
    }
}
