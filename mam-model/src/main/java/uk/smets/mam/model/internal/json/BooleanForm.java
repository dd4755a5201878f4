package uk.smets.mam.model.internal.json;

/** A yes or no, which is a boolean in JSON. */
final class BooleanForm implements JsonForm<Boolean> {
    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public Object write(Boolean value) {
        return value;
    }

    @Override
    public Boolean read(Object json) {
        if (json instanceof Boolean value) {
            return value;
        }
        throw new JsonProblem("this is true or false in JSON, without quotes");
    }
}
