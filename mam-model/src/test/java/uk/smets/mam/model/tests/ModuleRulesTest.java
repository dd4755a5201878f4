package uk.smets.mam.model.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The structure of the module: its exports, how its packages use each other, and its dependencies. */
class ModuleRulesTest {
    private final ModuleRules module = ModuleRules.of("uk.smets.mam.model");

    @Test
    void exportsOnlyItsApi() {
        module.exportsToEveryone("root");
    }

    @Test
    void opensNothingToReflection() {
        module.opensNothing();
    }

    @Test
    void packagesUseEachOtherAsDocumented() {
        module.packagesUse(Map.of(
                "root", List.of("internal.primitive"),
                "internal.document", List.of("internal.finding", "root"),
                "internal.field", List.of("internal.finding", "internal.json", "internal.primitive", "root"),
                "internal.file", List.of("root"),
                "internal.finding", List.of("internal.primitive", "root"),
                "internal.json", List.of("root"),
                "internal.primitive", List.of(),
                "internal.rule", List.of("internal.field", "internal.finding", "root")));
    }

    @Test
    void packagesHaveNoCycles() {
        module.hasNoCycles();
    }

    @Test
    void packagesAreSmallAndDocumented() {
        module.packagesHaveUpTo(25, "root");
        module.filesHaveUpTo(350);
        module.everyPackageIsDescribed();
    }

    @Test
    void dependsOnlyOnTheJdkAndNullnessAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("uk.smets.mam.model..", "java..", "org.jspecify.annotations..")
                .check(module.compiled());
    }
}
