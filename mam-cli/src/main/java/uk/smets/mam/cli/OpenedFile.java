package uk.smets.mam.cli;

import tools.jackson.core.JsonGenerator;

/** A sealed file that was opened, and the verification of its password file. */
record OpenedFile(String archive, String out, VerifiedFile verified) implements Result {
    @Override
    public void text(Console console) {
        console.line("%s: opened; the signature is valid and the hash agrees.", console.shown(out));
        verified.text(console);
    }

    @Override
    public void json(JsonGenerator json) {
        json.writeStringProperty("archive", archive);
        json.writeStringProperty("out", out);
        json.writeObjectPropertyStart("passwordFile");
        verified.json(json);
        json.writeEndObject();
    }
}
