package uk.smets.mam.cli.console;

import tools.jackson.core.JsonGenerator;

/** The result of a command, as lines of text or as members of a JSON object. */
public interface Result {
    /** Prints the lines. */
    void text(Console console);

    /** Writes the members that the schema of the command defines. The object is open and stays open. */
    void json(JsonGenerator json);

    /** Returns the exit status. */
    default int status() {
        return ExitStatus.OK;
    }
}
