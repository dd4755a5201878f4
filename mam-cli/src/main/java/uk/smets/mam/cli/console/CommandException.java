package uk.smets.mam.cli.console;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A command cannot read an input or write an output. Its messages are for the user. */
public final class CommandException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<Message> messages;

    public CommandException(Message message, IOException cause) {
        super(message.line(), cause);
        messages = List.of(message);
    }

    /** Creates the exception for the problems of a file that can be read but not used. */
    public CommandException(List<Message> messages) {
        super(messages.stream().map(Message::line).collect(Collectors.joining("; ")));
        this.messages = List.copyOf(messages);
    }

    List<Message> messages() {
        return messages;
    }
}
