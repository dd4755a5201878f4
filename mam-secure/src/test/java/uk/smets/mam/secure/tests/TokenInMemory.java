package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.io.InputStream;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;
import org.bouncycastle.jcajce.provider.keystore.pkcs12.PKCS12KeyStoreSpi;

/**
 * Replaces the JDK's PKCS #11 provider, with one token in memory: its keys, its PIN, and the errors that it returns instead of success.
 * It fails with the exceptions of the JDK's provider, whose innermost message is the name of a CKR constant.
 */
final class TokenInMemory extends Provider {
    private static final long serialVersionUID = 1L;

    static final String NAME = "SunPKCS11";

    private final transient Map<String, TestPki.Holder> keys = new LinkedHashMap<>();
    private final transient List<String> configurations = new ArrayList<>();
    private final transient List<String> pins = new ArrayList<>();
    private final String pin;
    private String answerToConfiguration = "";
    private String answerToLogin = "";
    private String answerToLogout = "";
    private String answerToSigning = "";
    private boolean inserted = true;

    /** A PKCS #11 login applies to the whole process. */
    private boolean loggedIn;

    TokenInMemory(String pin) {
        super(NAME, "1", "a token in memory");
        this.pin = pin;
    }

    void put(String name, TestPki.Holder holder) {
        keys.put(name, holder);
    }

    /** Makes every library and slot unusable from now on. */
    void refuseConfiguration(String answer) {
        answerToConfiguration = answer;
    }

    void refuseLogin(String answer) {
        answerToLogin = answer;
    }

    void refuseLogout(String answer) {
        answerToLogout = answer;
    }

    void refuseSigning(String answer) {
        answerToSigning = answer;
    }

    /** Inserts the token again after its removal; no login is active then. */
    void putIn() {
        answerToLogout = "";
        loggedIn = false;
    }

    void takeOut() {
        inserted = false;
    }

    /** The configurations of the provider, in order. */
    List<String> configurations() {
        return configurations;
    }

    /** The PINs that were tried, as characters of one octet each. */
    List<String> pins() {
        return pins;
    }

    @Override
    public Provider configure(String configuration) {
        configurations.add(configuration);
        if (!answerToConfiguration.isEmpty()) {
            throw new InvalidParameterException(answerToConfiguration);
        }
        return new Session();
    }

    private static <T extends Exception> T because(T outer, String answer) {
        outer.initCause(new GeneralSecurityException(answer));
        return outer;
    }

    /** The provider of the token; it has no services while the token is absent. */
    private final class Session extends AuthProvider {
        private static final long serialVersionUID = 1L;

        private Session() {
            super("SunPKCS11-mam", "1", "a token in memory");
            if (inserted) {
                putService(new Made(this, "KeyStore", "PKCS11"));
                putService(new Made(this, "Signature", "SHA256withECDSA"));
                putService(new Made(this, "Signature", "SHA256withRSA"));
            }
        }

        /** Like the JDK's, asks for no PIN if the process is already logged in. */
        @Override
        public void login(Subject subject, CallbackHandler handler) throws LoginException {
            if (loggedIn) {
                return;
            }
            PasswordCallback question = new PasswordCallback("PIN: ", false);
            try {
                handler.handle(new Callback[] {question});
            } catch (IOException | UnsupportedCallbackException e) {
                throw because(new LoginException("no PIN"), e.toString());
            }
            String given = String.valueOf(question.getPassword());
            pins.add(given);
            String answer = answerToLogin.isEmpty() && !given.equals(pin) ? "CKR_PIN_INCORRECT" : answerToLogin;
            if (!answer.isEmpty()) {
                throw because(new LoginException(), answer);
            }
            loggedIn = true;
        }

        @Override
        public void logout() throws LoginException {
            if (!answerToLogout.isEmpty()) {
                throw because(new LoginException("logout failed"), answerToLogout);
            }
            loggedIn = false;
        }

        @Override
        public void setCallbackHandler(CallbackHandler handler) {
            throw new UnsupportedOperationException("PINs are given to the key store");
        }
    }

    private final class Made extends Provider.Service {
        private Made(Provider session, String type, String algorithm) {
            super(session, type, algorithm, TokenInMemory.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return getType().equals("KeyStore") ? new Store() : new Signing(getAlgorithm());
        }
    }

    private final class Store extends PKCS12KeyStoreSpi.BCPKCS12KeyStore {
        @Override
        public void engineLoad(InputStream none, char[] given) throws IOException {
            if (!loggedIn) {
                throw new IOException("load failed", because(new LoginException(), "CKR_USER_NOT_LOGGED_IN"));
            }
            try {
                for (Map.Entry<String, TestPki.Holder> key : keys.entrySet()) {
                    engineSetKeyEntry(key.getKey(), key.getValue().key(), null, new X509Certificate[] {
                        key.getValue().certificate()
                    });
                }
            } catch (KeyStoreException e) {
                throw new IOException(e);
            }
        }
    }

    /** Signs with the key itself, as long as the token is logged in. */
    private final class Signing extends SignatureSpi {
        private final Signature signature;

        private Signing(String algorithm) throws NoSuchAlgorithmException {
            this.signature = Signature.getInstance(algorithm, TestPki.BOUNCY_CASTLE);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!loggedIn) {
                throw new ProviderException("the session is closed");
            }
            signature.initSign(key);
        }

        @Override
        protected void engineUpdate(byte octet) throws SignatureException {
            signature.update(octet);
        }

        @Override
        protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
            signature.update(octets, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            if (!answerToSigning.isEmpty()) {
                throw because(new ProviderException("sign failed"), answerToSigning);
            }
            return signature.sign();
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            throw new UnsupportedOperationException("tokens sign here");
        }

        @Override
        protected boolean engineVerify(byte[] value) {
            throw new UnsupportedOperationException("tokens sign here");
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
