package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** LibreOffice, headless and with its own profile. */
final class LibreOffice {
    /** Commas, quotes, UTF-8, from the first row, no language, quotes only where needed, cells as displayed. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

    private final Path folder;

    /**
     * Prepares it.
     *
     * @param folder the folder for its profile and its output
     */
    LibreOffice(Path folder) {
        this.folder = folder;
    }

    /** Opens a workbook and saves it again. */
    Path resave(Path workbook) throws IOException, InterruptedException {
        return convert(workbook, "xlsx:Calc MS Excel 2007 XML", "xlsx");
    }

    /** Opens a workbook and returns the displayed texts of its first sheet, row by row, without empty cells at row ends. */
    List<List<String>> shown(Path workbook) throws IOException, InterruptedException {
        return records(Files.readString(convert(workbook, CSV, "csv"), UTF_8));
    }

    private Path convert(Path workbook, String filter, String extension) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(folder, "converted");
        Peer.LIBRE_OFFICE.run(
                folder,
                List.of(
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        filter,
                        "--outdir",
                        out.toString(),
                        workbook.toString()));
        String name = workbook.getFileName().toString();
        Path converted = out.resolve(name.substring(0, name.lastIndexOf('.') + 1) + extension);
        assertThat(converted).exists();
        return converted;
    }

    private static List<List<String>> records(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append(csv.charAt(++i));
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(withoutEmptyEnd(fields));
                    fields = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return records;
    }

    private static List<String> withoutEmptyEnd(List<String> fields) {
        int end = fields.size();
        while (end > 0 && fields.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(fields.subList(0, end));
    }
}
