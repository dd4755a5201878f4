package uk.smets.mam.secure.internal.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the information of a PKCS #11 library about its tokens through the JDK's wrapper, which has no public API. Works only if the
 * wrapper was exported to this module when Java was started.
 */
public final class TokenInspection {
    private static final String WRAPPER_PACKAGE = "sun.security.pkcs11.wrapper";
    private static final String WRAPPER_MODULE = "jdk.crypto.cryptoki";

    private static final long OS_LOCKING = 0x2;

    private final Class<?> type;
    private final Object wrapper;

    private TokenInspection(Class<?> type, Object wrapper) {
        this.type = type;
        this.wrapper = wrapper;
    }

    /** Returns the option of the Java command line that exports the wrapper. */
    static String option() {
        Module here = TokenInspection.class.getModule();
        return "--add-exports " + WRAPPER_MODULE + "/" + WRAPPER_PACKAGE + "="
                + (here.isNamed() ? here.getName() : "ALL-UNNAMED");
    }

    private static boolean isOpen() {
        return ModuleLayer.boot()
                .findModule(WRAPPER_MODULE)
                .filter(module -> module.isExported(WRAPPER_PACKAGE, TokenInspection.class.getModule()))
                .isPresent();
    }

    /**
     * Opens a library, or returns empty if the wrapper is not exported.
     *
     * @throws ReflectiveOperationException if the library cannot be loaded
     */
    static Optional<TokenInspection> of(String library) throws ReflectiveOperationException {
        if (!isOpen()) {
            return Optional.empty();
        }
        Class<?> options = Class.forName(WRAPPER_PACKAGE + ".CK_C_INITIALIZE_ARGS");
        Object option = options.getConstructor().newInstance();
        // The same flags as the provider: the first initialisation applies to the whole process.
        options.getField("flags").setLong(option, OS_LOCKING);
        Class<?> type = Class.forName(WRAPPER_PACKAGE + ".PKCS11");
        Object wrapper = type.getMethod("getInstance", String.class, String.class, options, boolean.class)
                .invoke(null, library, "C_GetFunctionList", option, false);
        return Optional.of(new TokenInspection(type, wrapper));
    }

    /** Returns the IDs of all slots, in the order of the provider's list. */
    long[] slots() throws ReflectiveOperationException {
        return slots(false);
    }

    private long[] slots(boolean withToken) throws ReflectiveOperationException {
        return (long[]) type.getMethod("C_GetSlotList", boolean.class).invoke(wrapper, withToken);
    }

    /** Returns the tokens that are present. */
    List<TokenState> tokens() throws ReflectiveOperationException {
        List<TokenState> tokens = new ArrayList<>();
        for (long slot : slots(true)) {
            token(slot).ifPresent(tokens::add);
        }
        return tokens;
    }

    /** Returns the token in a slot, or empty if it was removed. */
    Optional<TokenState> token(long slot) throws ReflectiveOperationException {
        try {
            Object info = type.getMethod("C_GetTokenInfo", long.class).invoke(wrapper, slot);
            String label = text((char[]) info.getClass().getField("label").get(info));
            return Optional.of(new TokenState(
                    slot, label, info.getClass().getField("flags").getLong(info)));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        }
    }

    /** Decodes a field: PKCS #11 pads with spaces, and the wrapper converts each octet of UTF-8 to a character. */
    private static String text(char[] octets) {
        return new String(String.valueOf(octets).getBytes(ISO_8859_1), UTF_8).strip();
    }
}
