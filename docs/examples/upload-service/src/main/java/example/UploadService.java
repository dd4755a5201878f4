package example;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationReport;

/** Validates any uploaded document and returns its report, without meter points. */
@SpringBootApplication
@RestController
public class UploadService {
    public static void main(String[] arguments) {
        SpringApplication.run(UploadService.class, arguments);
    }

    @PostMapping(path = "/reports", produces = MediaType.APPLICATION_JSON_VALUE)
    public String report(@RequestParam MultipartFile file) throws IOException {
        String name = String.valueOf(file.getOriginalFilename());
        ValidationReport report = Documents.validate(Input.of(file.getInputStream(), name));
        return ReportJson.of(name, report.masked());
    }
}
