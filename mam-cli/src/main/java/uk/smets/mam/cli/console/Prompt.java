package uk.smets.mam.cli.console;

import java.util.Optional;

/** Asks whoever sits at the terminal for a secret, without showing what is typed. */
@FunctionalInterface
public interface Prompt {
    /**
     * Asks once.
     *
     * @param question what is asked for, without a colon
     * @return what was typed, to be wiped by the caller; empty where there is no terminal to ask at, or nothing was typed
     */
    Optional<char[]> ask(String question);
}
