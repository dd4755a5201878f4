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
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginException;
import org.bouncycastle.jcajce.provider.keystore.pkcs12.PKCS12KeyStoreSpi;

/**
 * Takes the place of the JDK's provider for PKCS #11, with one token in memory: its keys, its PIN, and what it answers in place of
 * success. It fails with the exceptions of the JDK's, whose innermost message is the name of a CKR constant.
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

    TokenInMemory(String pin) {
        super(NAME, "1", "a token in memory");
        this.pin = pin;
    }

    void put(String name, TestPki.Holder holder) {
        keys.put(name, holder);
    }

    /** From now on, no library or slot can be used. */
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

    void takeOut() {
        inserted = false;
    }

    /** What the provider was configured with, each time. */
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

        private boolean loggedIn;

        private Session() {
            super("SunPKCS11-mam", "1", "a token in memory");
            if (inserted) {
                putService(new Made(this, "KeyStore", "PKCS11"));
                putService(new Made(this, "Signature", "SHA256withECDSA"));
                putService(new Made(this, "Signature", "SHA256withRSA"));
            }
        }

        @Override
        public void login(Subject subject, CallbackHandler handler) {
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

        private void logIn(char[] given) throws IOException {
            pins.add(String.valueOf(given));
            String answer =
                    answerToLogin.isEmpty() && !String.valueOf(given).equals(pin) ? "CKR_PIN_INCORRECT" : answerToLogin;
            if (!answer.isEmpty()) {
                throw new IOException("load failed", because(new LoginException(), answer));
            }
            login(new Subject(), callbacks -> {});
        }
    }

    private final class Made extends Provider.Service {
        private final transient Session session;

        private Made(Session session, String type, String algorithm) {
            super(session, type, algorithm, TokenInMemory.class.getName(), null, null);
            this.session = session;
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            return getType().equals("KeyStore") ? new Store(session) : new Signing(session, getAlgorithm());
        }
    }

    private final class Store extends PKCS12KeyStoreSpi.BCPKCS12KeyStore {
        private final Session session;

        private Store(Session session) {
            this.session = session;
        }

        @Override
        public void engineLoad(InputStream none, char[] given) throws IOException {
            session.logIn(given);
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
        private final Session session;
        private final Signature signature;

        private Signing(Session session, String algorithm) throws NoSuchAlgorithmException {
            this.session = session;
            this.signature = Signature.getInstance(algorithm, TestPki.BOUNCY_CASTLE);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!session.loggedIn) {
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
