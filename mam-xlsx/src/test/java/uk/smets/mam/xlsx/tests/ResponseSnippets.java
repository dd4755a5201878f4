package uk.smets.mam.xlsx.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

/** The Java of {@code docs/response.md}, compiled and run here; {@link ResponsePageTest} compares the page with it. */
final class ResponseSnippets {
    private final List<Integer> taken = new ArrayList<>();

    WrittenResponse respond(Path schedule, Path response, CertificatePair ours, Mpan mpan, CertificatePair theirs)
            throws IOException {
        // snippet: respond
        WrittenResponse written = MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(ours))
                .answer(mpan, ScheduleAnswer.priority().withNetworkOperatorCertificates(theirs))
                .answerRow(42, ScheduleAnswer.nothing())
                .write(response);
        System.out.println(written.answeredRows() + " of " + written.file().rows() + " rows are answered");
        // end
        return written;
    }

    WrittenResponse respondForOurMeters(Path schedule, Path response, CertificatePair ours, Mpan mpan)
            throws IOException {
        // snippet: responsible
        Responsibilities whose = Responsibilities.ofAll(Responsibility.of(Meters.BOTH))
                .withMpans(Map.of(mpan, Responsibility.of(Meters.ELECTRICITY)));
        WrittenResponse written = MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.supplierCertificates(ours))
                .write(response, ValidationOptions.defaults().responsibilities(whose));
        // end
        return written;
    }

    List<Integer> receive(Path schedule, Path response) throws IOException {
        // snippet: receive
        ScheduleComparison comparison = ScheduleComparison.compare(schedule, response);
        if (comparison.isSound()) {
            for (ScheduleAnswers.Row row : ScheduleAnswers.parse(response).rows()) {
                take(row.number(), row.answer());
            }
        } else {
            comparison.report().findings().forEach(System.out::println);
        }
        // end
        return taken;
    }

    private void take(int row, ScheduleAnswer answer) {
        if (answer.givenPriority().isPresent()) {
            taken.add(row);
        }
    }
}
