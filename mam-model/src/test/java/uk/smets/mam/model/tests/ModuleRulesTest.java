package uk.smets.mam.model.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The borders of the module: what it exports, how its packages use each other, and what it depends on. */
class ModuleRulesTest {
    private final ModuleRules module = ModuleRules.of("uk.smets.mam.model");

    @Test
    void exportsItsApiToEveryoneAndNothingElse() {
        module.exportsToEveryone("root");
    }

    @Test
    void opensNothingToReflection() {
        module.opensNothing();
    }

    @Test
    void packagesUseEachOtherAsDrawn() {
        module.packagesUse(Map.of(
                "root", List.of("internal.primitive"),
                "internal.document", List.of("internal.finding", "root"),
                "internal.field", List.of("internal.finding", "internal.primitive", "root"),
                "internal.file", List.of("root"),
                "internal.finding", List.of("internal.primitive", "root"),
                "internal.primitive", List.of(),
                "internal.rule", List.of("internal.field", "internal.finding", "root")));
    }

    @Test
    void packagesHaveNoCircles() {
        module.hasNoCircles();
    }

    @Test
    void packagesAreSmallAndDescribed() {
        module.packagesHaveUpTo(25, "root");
        module.filesHaveUpTo(350);
        module.everyPackageIsDescribed();
    }

    @Test
    void dependsOnTheJdkAndOnNullnessAnnotationsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("uk.smets.mam.model..", "java..", "org.jspecify.annotations..")
                .check(module.compiled());
    }
}
