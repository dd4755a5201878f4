package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/**
 * A Device ID: an EUI-64 as 8 pairs of hexadecimal digits, with or without hyphens (clause 7.4.2). Colons, as some
 * programs write them, are unambiguous and are read with a warning.
 */
public final class DeviceIdType implements FieldType<DeviceId> {
    private static final int PLAIN_LENGTH = 16;
    private static final int HYPHENATED_LENGTH = 23;

    @Override
    public String description() {
        return "EUI-64, 8 hexadecimal pairs joined by hyphens";
    }

    @Override
    public FieldForm form() {
        return FieldForms.pairs();
    }

    @Override
    public JsonForm<DeviceId> json() {
        return ValueForms.DEVICE_ID;
    }

    @Override
    public @Nullable DeviceId decode(FieldText text, FieldProblems problems) {
        int length = text.length();
        boolean sound = length == PLAIN_LENGTH || length == HYPHENATED_LENGTH;
        byte joint = length == HYPHENATED_LENGTH && text.at(2) == ':' ? (byte) ':' : (byte) '-';
        long value = 0;
        for (int i = 0; i < length && sound; i++) {
            if (length == HYPHENATED_LENGTH && i % 3 == 2) {
                sound = text.at(i) == joint;
            } else {
                int digit = digit(text.at(i));
                sound = digit >= 0;
                value = value << 4 | digit;
            }
        }
        if (sound) {
            if (length == HYPHENATED_LENGTH && joint == ':') {
                problems.add(
                        Rule.DEVICE_ID_FORMAT,
                        Severity.WARNING,
                        "the colons were read as hyphens: write a Device ID with hyphens");
            }
            return new DeviceId(value);
        }
        problems.add(
                Rule.DEVICE_ID_FORMAT,
                "a Device ID is 8 pairs of hexadecimal digits joined by hyphens, for example 00-DB-12-34-56-78-90-A0");
        return null;
    }

    private static int digit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int upper = character & ~0x20;
        return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
    }

    @Override
    public void encode(DeviceId value, FieldOutput out) {
        out.put(value.toString());
    }
}
