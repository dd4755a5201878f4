package example;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.Workbooks;

/** Validates an uploaded document and returns its report, without meter points. */
@SpringBootApplication
@RestController
public class UploadService {
    private static final Pattern METER_POINT = Pattern.compile("[0-9]{9,}");

    public static void main(String[] arguments) {
        SpringApplication.run(UploadService.class, arguments);
    }

    public record ReportedFinding(String rule, String severity, String at, String found, String message) {}

    public record Report(String document, boolean valid, long rows, long errors, List<ReportedFinding> findings) {}

    @PostMapping("/reports")
    public Report report(@RequestParam MultipartFile file) throws IOException {
        String name = String.valueOf(file.getOriginalFilename());
        ValidationReport report = validate(file.getBytes(), name);
        return new Report(
                report.document().name(),
                report.isSound(),
                report.rows(),
                report.errors(),
                report.findings().stream().map(UploadService::reported).toList());
    }

    private static ValidationReport validate(byte[] content, String name) throws IOException {
        Input input = Input.of(content, name);
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            DocumentKind kind = Workbooks.kindOf(input).orElse(DocumentKind.MIGRATION_SCHEDULE);
            return kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                    ? FirmwareUpgradeNotification.validate(input)
                    : MigrationSchedule.validate(input);
        }
        return MigrationAuthorisation.validate(input);
    }

    private static ReportedFinding reported(Finding finding) {
        return new ReportedFinding(
                finding.rule().name(),
                finding.severity().name(),
                finding.at().toString(),
                finding.found().map(UploadService::masked).orElse(""),
                masked(finding.message()));
    }

    private static String masked(String text) {
        return METER_POINT.matcher(text).replaceAll("*********");
    }
}
