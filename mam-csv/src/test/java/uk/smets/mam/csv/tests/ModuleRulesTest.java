package uk.smets.mam.csv.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The structure of the module: its exports, how its packages use each other, and its dependencies. */
class ModuleRulesTest {
    private final ModuleRules module = ModuleRules.of("uk.smets.mam.csv");

    @Test
    void exportsOnlyItsApi() {
        module.exportsToEveryone("root", "description", "jackson", "reconcile", "repair", "report");
    }

    @Test
    void opensNothingToReflection() {
        module.opensNothing();
    }

    @Test
    void packagesUseEachOtherAsDocumented() {
        module.packagesUse(Map.ofEntries(
                entry("root", List.of("internal.document", "internal.table")),
                entry("description", List.of("internal.json")),
                entry("jackson", List.of("internal.json", "report")),
                entry(
                        "reconcile",
                        List.of(
                                "internal.document",
                                "internal.lenient",
                                "internal.scan",
                                "internal.table",
                                "repair",
                                "root")),
                entry(
                        "repair",
                        List.of(
                                "internal.diagnosis",
                                "internal.document",
                                "internal.lenient",
                                "internal.scan",
                                "internal.table",
                                "root")),
                entry("report", List.of("internal.json")),
                entry("internal.diagnosis", List.of("internal.lenient", "internal.scan", "internal.table")),
                entry("internal.document", List.of("internal.diagnosis", "internal.scan", "internal.table")),
                entry("internal.json", List.of()),
                entry("internal.lenient", List.of("internal.scan", "internal.table")),
                entry("internal.scan", List.of()),
                entry("internal.table", List.of())));
    }

    @Test
    void packagesHaveNoCycles() {
        module.hasNoCycles();
    }

    @Test
    void packagesAreSmallAndDocumented() {
        module.packagesHaveUpTo(25);
        module.filesHaveUpTo(350);
        module.everyPackageIsDescribed();
    }

    @Test
    void dependsOnlyOnTheModelAndTheStreamingApiOfJackson() {
        classes()
                .that()
                .resideOutsideOfPackage("uk.smets.mam.csv.jackson")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "uk.smets.mam.csv..",
                        "uk.smets.mam.model..",
                        "java..",
                        "org.jspecify.annotations..",
                        "tools.jackson.core..",
                        "tools.jackson.dataformat.csv..")
                .check(module.compiled());
    }

    /** Data binding is optional, so no other class may load a module for it. */
    @Test
    void onlyTheModulesForDataBindingUseIt() {
        classes()
                .that()
                .resideOutsideOfPackage("uk.smets.mam.csv.jackson")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "uk.smets.mam.csv.jackson", "tools.jackson.databind..", "com.fasterxml.jackson..")
                .check(module.compiled());
        classes()
                .that()
                .resideInAPackage("uk.smets.mam.csv.jackson")
                .and()
                .haveNameMatching(".*\\.MamJackson2Module.*")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("tools.jackson..")
                .check(module.compiled());
        classes()
                .that()
                .resideInAPackage("uk.smets.mam.csv.jackson")
                .and()
                .haveNameMatching(".*\\.MamJackson3Module.*")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.fasterxml..")
                .check(module.compiled());
    }
}
