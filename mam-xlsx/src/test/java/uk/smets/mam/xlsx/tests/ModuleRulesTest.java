package uk.smets.mam.xlsx.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The structure of the module: its exports, the dependencies between its packages, and its libraries. */
class ModuleRulesTest {
    private static final String DOCUMENT = "internal.document";
    private static final String LAYOUT = "internal.layout";
    private static final String READ = "internal.read";
    private static final String SHEET = "internal.sheet";
    private static final String WORKBOOK = "internal.workbook";
    private static final String XML = "internal.xml";

    private final ModuleRules module = ModuleRules.of("uk.smets.mam.xlsx");

    @Test
    void exportsOnlyItsApi() {
        module.exportsToEveryone("root");
    }

    @Test
    void opensNoPackageToReflection() {
        module.opensNothing();
    }

    @Test
    void packagesUseEachOtherAsDrawn() {
        module.packagesUse(Map.of(
                "root",
                List.of("internal.compare", DOCUMENT, READ, "internal.respond", WORKBOOK, "internal.write"),
                "internal.compare",
                List.of(DOCUMENT, LAYOUT, READ, WORKBOOK, XML),
                DOCUMENT,
                List.of(XML),
                LAYOUT,
                List.of(DOCUMENT, WORKBOOK, XML),
                READ,
                List.of(DOCUMENT, LAYOUT, SHEET, WORKBOOK, XML),
                "internal.respond",
                List.of(DOCUMENT, LAYOUT, READ, SHEET, WORKBOOK, XML),
                SHEET,
                List.of(DOCUMENT, LAYOUT, WORKBOOK, XML),
                WORKBOOK,
                List.of(XML),
                "internal.write",
                List.of(DOCUMENT, LAYOUT, WORKBOOK, XML),
                XML,
                List.of()));
    }

    @Test
    void packagesHaveNoCycles() {
        module.hasNoCycles();
    }

    @Test
    void packagesAndFilesAreSmallAndDocumented() {
        module.packagesHaveUpTo(25);
        module.filesHaveUpTo(350);
        module.everyPackageIsDescribed();
    }

    @Test
    void dependsOnTheModelAndOnLibrariesForPackagesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "uk.smets.mam.xlsx..",
                        "uk.smets.mam.model..",
                        "java..",
                        "javax.xml.stream..",
                        "org.jspecify.annotations..",
                        "org.apache.poi..",
                        "org.apache.logging.log4j..",
                        "org.openxmlformats.schemas..",
                        "org.apache.commons.compress..",
                        "com.fasterxml.aalto..",
                        "org.codehaus.stax2..")
                .check(module.compiled());
    }

    @Test
    void logsNothing() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FallbackLogProvider")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.logging..")
                .check(module.compiled());
    }

    @Test
    void neverLoadsASheetAsATreeOrChangesGlobalSettings() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.poi\\.(openxml4j\\.util\\.Zip(SecureFile|ArchiveThresholdInputStream)"
                        + "|ss\\.usermodel\\.DataFormatter|util\\.IOUtils)")
                .check(module.compiled());
    }
}
