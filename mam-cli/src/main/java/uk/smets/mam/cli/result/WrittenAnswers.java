package uk.smets.mam.cli.result;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.JsonOutput;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.model.Responsibility;

/** A file of answers to fill in, and what it says of every row. */
public record WrittenAnswers(WrittenRows rows, Optional<Responsibility.Meters> responsibleFor) implements Result {
    @Override
    public void text(Console console) {
        rows.text(console);
    }

    @Override
    public void json(JsonGenerator json) {
        rows.json(json);
        JsonOutput.text(json, "responsibleFor", responsibleFor.map(Responsibility.Meters::title));
    }
}
