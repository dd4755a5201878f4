package uk.smets.mam.secure.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import uk.smets.mam.secure.key.SigningToken;
import uk.smets.mam.secure.key.TokenSlot;

/** Opens a token in a JVM started without options; the PIN is read from standard input. */
final class TokenOnItsOwn {
    private TokenOnItsOwn() {}

    /** Prints the names of the token's keys, or the exception. */
    public static void main(String[] arguments) throws IOException {
        TokenSlot slot = arguments[1].equals("label")
                ? TokenSlot.label(arguments[2])
                : TokenSlot.id(Integer.parseInt(arguments[2]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SigningToken token =
                SigningToken.open(Path.of(arguments[0]), slot, in.readLine().toCharArray())) {
            System.out.println(token.keyNames());
        } catch (RuntimeException e) {
            System.out.println(e);
        }
    }
}
