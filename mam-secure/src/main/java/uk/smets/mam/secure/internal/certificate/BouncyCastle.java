package uk.smets.mam.secure.internal.certificate;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider, passed to every call. It is never registered, because that would affect the rest of the program. */
public final class BouncyCastle {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
