package uk.smets.mam.cli.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The boundaries of the module: its exports, its dependencies, and how its packages use each other. */
class ModuleRulesTest {
    private final ModuleRules module = ModuleRules.of("uk.smets.mam.cli");

    @Test
    void isAProgramAndExportsNothing() {
        module.exportsToEveryone();
    }

    @Test
    void opensCommandsAndOptionsToTheCommandLineParserOnly() {
        module.opensTo(Map.of("command", List.of("info.picocli"), "option", List.of("info.picocli")));
    }

    @Test
    void packagesUseEachOtherAsDrawn() {
        module.packagesUse(Map.of(
                "root", List.of("command", "console", "option"),
                "command", List.of("console", "contents", "input", "option", "output", "report", "result", "table"),
                "console", List.of(),
                "contents", List.of("console", "report"),
                "input", List.of("console"),
                "option", List.of("console", "input", "report", "table"),
                "output", List.of("console"),
                "report", List.of("console"),
                "result", List.of("console", "output", "report"),
                "table", List.of("console", "input")));
    }

    @Test
    void packagesHaveNoCycles() {
        module.hasNoCycles();
    }

    @Test
    void packagesAndFilesAreSmallAndDescribed() {
        module.packagesHaveUpTo(25);
        module.filesHaveUpTo(350);
        module.everyPackageIsDescribed();
    }

    @Test
    void dependsOnTheLibraryThroughItsApiAndOnTheFilesThatAllModulesWrite() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "uk.smets.mam.model.internal.field..",
                        "uk.smets.mam.model.internal.finding..",
                        "uk.smets.mam.model.internal.rule..",
                        "uk.smets.mam.csv.internal..",
                        "uk.smets.mam.xlsx.internal..",
                        "uk.smets.mam.secure.internal..",
                        "java.sql..")
                .check(module.compiled());
    }
}
