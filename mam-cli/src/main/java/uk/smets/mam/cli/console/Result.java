package uk.smets.mam.cli.console;

import tools.jackson.core.JsonGenerator;

/** What a command reports once its work is done: lines for people, or members of the one JSON object for programs. */
public interface Result {
    /** Prints the lines. */
    void text(Console console);

    /** Writes the members that the schema of the command has, into an object that is open and stays open. */
    void json(JsonGenerator json);

    /** The exit status that follows from it. */
    default int status() {
        return ExitStatus.OK;
    }
}
