package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command connects to an address in a certificate: all certificates name a local listener, which gets no connection. */
class NoConnectionTest {
    private static final String STEM = "CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final String PASSWORD_FILE = "outbox/MAPASSWORD_" + STEM + ".csv";

    @TempDir
    private Path directory;

    private void run(int status, String command) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(command.split(" "));
        assertThat(outcome.status())
                .as(command + ": " + outcome.out() + outcome.err())
                .isEqualTo(status);
    }

    private static boolean hasReceivedAConnection(ServerSocket listener) throws IOException {
        listener.setSoTimeout(100);
        try (Socket connection = listener.accept()) {
            return connection.isConnected();
        } catch (SocketTimeoutException none) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "ldap"})
    void verifyOpenAndCertMakeNoConnections(String scheme) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            SampleKeys.writeTo(directory, Optional.of(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/z1"));
            MigrationAuthorisations.copyValid(directory);
            Files.createDirectory(directory.resolve("outbox"));
            Files.createDirectory(directory.resolve("inbox"));
            SampleKeys.writeSecret(directory.resolve("pin"), SampleKeys.PASSWORD);
            run(0, "seal " + CommandLineRun.VALID_NAME + " --p12 key.p12 --pin-file pin --out outbox");
            run(0, "verify " + PASSWORD_FILE + " --trust trust");
            run(0, "verify " + PASSWORD_FILE + " --trust trust-with-list --require-lists");
            run(1, "verify " + PASSWORD_FILE + " --trust trust --require-lists");
            run(1, "verify " + PASSWORD_FILE + " --trust trust-revoking");
            run(0, "verify " + PASSWORD_FILE + " --anchor signer/signer.pem");
            run(
                    0,
                    "open outbox/MA_" + STEM + ".zip --password-file " + PASSWORD_FILE
                            + " --trust trust-with-list --out inbox");
            run(0, "cert certificates trust trust-with-list");
            assertThat(hasReceivedAConnection(listener)).isFalse();
        }
    }

    @Test
    void listenerDetectsAConnection() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            assertThat(client.isConnected()).isTrue();
            assertThat(hasReceivedAConnection(listener)).isTrue();
        }
    }
}
