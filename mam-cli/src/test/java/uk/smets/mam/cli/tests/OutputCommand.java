package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The commands that write files, each with its inputs and its output. */
enum OutputCommand {
    REPAIR(List.of("damaged.csv"), "made.csv", "repair damaged.csv %s"),
    IMPORT(
            List.of("extract.csv"),
            "made.csv",
            "import extract.csv %s --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc YES"
                    + " --map Electricity_meter=MPAN --map Gas_meter=MPRN"),
    ANSWERS(List.of("schedule.xlsx"), "made.csv", "answers schedule.xlsx --out %s"),
    RESPOND(
            List.of("schedule.xlsx", "answers.csv"),
            "made.xlsx",
            "respond schedule.xlsx --answers answers.csv --out %s"),
    CONVERT(List.of("schedule.xlsx"), "made.csv", "convert schedule.xlsx %s"),
    MAIL(
            List.of(
                    "signed/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
                    "signed/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv.p7s",
                    "signed/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip"),
            "made.eml",
            "mail signed/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"
                    + " signed/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv.p7s"
                    + " signed/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip --out %s"),
    PREPARE(
            List.of(CommandLineRun.VALID_NAME),
            "outbox/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "seal " + CommandLineRun.VALID_NAME + " --unsigned --out outbox --force"),
    PASSWORD(
            List.of(CommandLineRun.VALID_NAME),
            "outbox/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "password " + CommandLineRun.VALID_NAME + " --user-id 70-B3-D5-1F-30-00-A0-01 --out outbox"),
    SEAL(
            List.of(CommandLineRun.VALID_NAME, "key.p12", "pin"),
            "outbox/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "seal " + CommandLineRun.VALID_NAME + " --p12 key.p12 --pin-file pin --out outbox --eml --force"),
    OPEN(
            List.of("sent/week.zip", "sent/password.csv", "sent/password.csv.p7s", "trust/root.pem"),
            "outbox/" + CommandLineRun.VALID_NAME,
            "open sent/week.zip --password-file sent/password.csv --trust trust --out outbox --force");

    private final String inputs;
    private final String output;
    private final String line;

    OutputCommand(List<String> inputs, String output, String line) {
        this.inputs = String.join(" ", inputs);
        this.output = output;
        this.line = line;
    }

    List<String> inputs() {
        return List.of(inputs.split(" ", -1));
    }

    /** Returns the path of the output, unless the user names another. */
    String output() {
        return output;
    }

    /** Returns whether the user names the file rather than only its directory. */
    boolean isNamedByUser() {
        return line.contains("%s");
    }

    static Stream<OutputCommand> namedByUser() {
        return Stream.of(values()).filter(OutputCommand::isNamedByUser);
    }

    static Stream<OutputCommand> derived() {
        return Stream.of(values()).filter(command -> !command.isNamedByUser());
    }

    CommandLineRun.Outcome run(Path directory, String out) {
        String[] words = Stream.of(line.split(" "))
                .map(word -> word.equals("%s") ? out : word.replace("_meter=", " meter="))
                .toArray(String[]::new);
        return CommandLineRun.in(directory).run(words);
    }

    CommandLineRun.Outcome run(Path directory) {
        return run(directory, output);
    }

    /** Creates the inputs of all commands, and an empty {@code outbox}. */
    static void writeInputs(Path directory) throws IOException {
        for (String name : List.of("damaged.csv", "extract.csv", CommandLineRun.VALID_NAME)) {
            Files.copy(CommandLineRun.SAMPLES.resolve(name), directory.resolve(name));
        }
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        Files.copy(directory.resolve(SampleWorkbooks.SCHEDULE), directory.resolve("schedule.xlsx"));
        Files.writeString(directory.resolve("answers.csv"), "Row,Priority\n7,Y\n");
        Files.writeString(directory.resolve("pin"), SampleKeys.PASSWORD + "\n");
        Path sealed = Files.createDirectory(directory.resolve("outbox"));
        SEAL.run(directory);
        Path signed = Files.createDirectory(directory.resolve("signed"));
        for (String name : sealed.toFile().list()) {
            if (!name.endsWith(".eml")) {
                Files.copy(sealed.resolve(name), signed.resolve(name));
            }
        }
        Path sent = Files.createDirectory(directory.resolve("sent"));
        String password = "MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";
        Files.move(sealed.resolve(CommandLineRun.VALID_NAME.replace(".csv", ".zip")), sent.resolve("week.zip"));
        Files.move(sealed.resolve(password), sent.resolve("password.csv"));
        Files.move(sealed.resolve(password + ".p7s"), sent.resolve("password.csv.p7s"));
        Files.delete(sealed.resolve(password.replace(".csv", ".eml")));
    }
}
