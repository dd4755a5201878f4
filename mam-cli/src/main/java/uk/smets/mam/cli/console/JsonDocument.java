package uk.smets.mam.cli.console;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;

/** The one JSON object that a command prints: its name, its result, its messages and its exit status. See docs/json.md. */
public final class JsonDocument {
    private final String command;
    private final OutputStream stream;
    private @Nullable JsonGenerator generator;

    JsonDocument(String command, OutputStream stream) {
        this.command = command;
        this.stream = stream;
    }

    /** Opens the object and returns its generator. */
    JsonGenerator open() {
        if (generator == null) {
            generator = JsonOutput.on(stream);
            generator.writeStartObject();
            generator.writeStringProperty("command", command);
        }
        return generator;
    }

    /** Closes the object and anything in it that a failure left open. */
    void close(List<Message> messages, int status) {
        JsonGenerator json = open();
        for (TokenStreamContext context = json.streamWriteContext();
                context.getParent() != null && !context.getParent().inRoot();
                context = json.streamWriteContext()) {
            if (context.inArray()) {
                json.writeEndArray();
            } else {
                json.writeEndObject();
            }
        }
        json.writeArrayPropertyStart("messages");
        messages.forEach(message -> message.json(json));
        json.writeEndArray();
        json.writeNumberProperty("exitStatus", status);
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }
}
