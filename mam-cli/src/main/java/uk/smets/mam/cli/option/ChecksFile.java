package uk.smets.mam.cli.option;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Suggestions;

/**
 * Reads a settings file for checks: one JSON object whose members are the options of {@link Settings} in camel case, such as
 * {@code networkOperators} for {@code --network-operators}. A value is converted as the value of the option is. Paths are relative to the
 * file.
 */
public final class ChecksFile {
    private static final int MAX_SIZE = 1 << 20;

    /** The member by which editors find the schema. */
    private static final String SCHEMA = "$schema";

    private static final Pattern HUMP = Pattern.compile("-([a-z])");

    private static final Pattern INVALID_VALUE = Pattern.compile("^Invalid value for option '[^']*'( \\([^)]*\\))?: ");

    private static final JsonFactory JSON = new JsonFactory();

    /** The settings. */
    static final class Settings {
        @Mixin
        private final CallerData data = new CallerData();

        @Mixin
        private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

        CallerData data() {
            return data;
        }

        ResponsibilityOptions responsibility() {
            return responsibility;
        }
    }

    /** The file is invalid; the message has the place. */
    static final class MistakeException extends Exception {
        private static final long serialVersionUID = 1L;

        MistakeException(String message) {
            super(message);
        }
    }

    private final String name;
    private final JsonParser json;
    private final Map<String, OptionSpec> settings = new TreeMap<>();
    private final List<String> arguments = new ArrayList<>();

    private ChecksFile(String name, JsonParser json) {
        this.name = name;
        this.json = json;
        line().getCommandSpec().options().forEach(option -> settings.put(setting(option), option));
    }

    private static CommandLine line() {
        return new CommandLine(new Settings());
    }

    private static String setting(OptionSpec option) {
        return HUMP.matcher(option.longestName().substring(2))
                .replaceAll(hump -> hump.group(1).toUpperCase(Locale.ROOT));
    }

    static Settings read(Console console, String name) throws IOException, MistakeException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(console.path(name))) {
            bytes = stream.readNBytes(MAX_SIZE + 1);
        }
        if (bytes.length > MAX_SIZE) {
            throw new MistakeException(name + ": larger than 1 MiB, so it is not a settings file");
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(bytes))) {
            return new ChecksFile(name, json).read();
        } catch (JacksonException e) {
            throw new MistakeException(place(name, e.getLocation()) + "invalid JSON: check quotes, commas and braces");
        }
    }

    private Settings read() throws MistakeException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw mistake("the file has no JSON object: write one such as {\"dormant\": \"dormant.csv\"}");
        }
        Set<String> read = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String setting = json.currentName();
            if (!read.add(setting)) {
                throw mistake("the setting " + setting + " is given twice: remove one of them");
            }
            if (setting.equals(SCHEMA)) {
                json.nextToken();
                json.skipChildren();
            } else {
                readSetting(setting);
            }
        }
        if (json.nextToken() != null) {
            throw mistake("text after the object: remove it");
        }
        CommandLine all = line();
        all.parseArgs(arguments.toArray(String[]::new));
        return all.getCommand();
    }

    private void readSetting(String setting) throws MistakeException {
        OptionSpec option = settings.get(setting);
        if (option == null) {
            throw mistake("there is no setting " + setting
                    + Suggestions.sentence(Suggestions.of(setting, settings.keySet())));
        }
        json.nextToken();
        String place = place(name, json.currentTokenLocation());
        if (!option.arity().isVariable() && option.arity().max() == 0) {
            if (flag(setting)) {
                arguments.add(option.longestName());
            }
            return;
        }
        String value = value(setting, option.isMultiValue());
        if (CallerData.LABELS_OF_PATHS.contains(option.paramLabel())) {
            value = relativeToFile(value);
        }
        String argument = option.longestName() + "=" + value;
        try {
            line().parseArgs(argument);
        } catch (ParameterException e) {
            throw new MistakeException(place + setting + ": " + reason(e));
        }
        arguments.add(argument);
    }

    /** Returns the message of the converter, without that of picocli. */
    private static String reason(ParameterException e) {
        return INVALID_VALUE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
    }

    /** Returns a string or a number, or a list of them joined by commas, as on the command line. */
    private String value(String setting, boolean mayBeList) throws MistakeException {
        if (!mayBeList || json.currentToken() != JsonToken.START_ARRAY) {
            return scalar(setting);
        }
        StringJoiner items = new StringJoiner(",");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(scalar(setting));
        }
        return items.toString();
    }

    private boolean flag(String setting) throws MistakeException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw mistake(setting + ": write true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private String scalar(String setting) throws MistakeException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT
                || json.getString().isEmpty()) {
            throw mistake(setting + ": write a string that is not empty, or a list of strings if several are allowed");
        }
        return json.getString();
    }

    private String relativeToFile(String path) {
        Path folder = Path.of(name).getParent();
        return folder == null ? path : folder.resolve(path).toString();
    }

    private MistakeException mistake(String message) {
        return new MistakeException(place(name, json.currentTokenLocation()) + message);
    }

    private static String place(String name, TokenStreamLocation at) {
        return name + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": ";
    }
}
