package uk.smets.mam.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.lingala.zip4j.model.ZipParameters;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.csv.CsvFactory;

/** Describes the machine, the JVM and the libraries of a measurement. */
final class Machine {
    private Machine() {}

    static String describe() throws IOException {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return "- machine: " + Runtime.getRuntime().availableProcessors() + " cores" + processor() + ", "
                + Math.round(memory / (double) (1 << 30)) + " GiB of memory, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + "\n"
                + "- Java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
                + "\n- libraries: " + libraries() + "\n";
    }

    /** Returns the processor model from {@code /proc/cpuinfo}, or nothing if it is not known. */
    private static String processor() throws IOException {
        Path path = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(path)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                    .orElse("");
        }
    }

    private static String libraries() {
        return Stream.of(
                        CsvFactory.class,
                        JsonParser.class,
                        ObjectMapper.class,
                        CsvReader.class,
                        OPCPackage.class,
                        InputFactoryImpl.class,
                        ReadableWorkbook.class,
                        Workbook.class,
                        ZipParameters.class,
                        Benchmark.class)
                .map(Machine::jar)
                .collect(Collectors.joining(", "));
    }

    private static String jar(Class<?> type) {
        try {
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
