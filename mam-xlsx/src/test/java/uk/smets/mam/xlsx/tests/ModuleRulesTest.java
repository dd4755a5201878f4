package uk.smets.mam.xlsx.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The borders of the module: what it shows, and what it leans on. */
class ModuleRulesTest {
    private static final Path COMPILED = Path.of("target", "classes");

    private final ModuleDescriptor module =
            ModuleFinder.of(COMPILED).find("uk.smets.mam.xlsx").orElseThrow().descriptor();
    private final JavaClasses compiled = new ClassFileImporter().importPath(COMPILED);

    @Test
    void exportsItsApiToEveryoneAndNothingElse() {
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactly("uk.smets.mam.xlsx");
    }

    @Test
    void opensNothingToReflection() {
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens()).isEmpty();
    }

    @Test
    void dependsOnTheModelAndOnWhatReadsAndWritesPackagesOnly() {
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
                        "org.openxmlformats.schemas..",
                        "org.apache.commons.compress..",
                        "com.fasterxml.aalto..",
                        "org.codehaus.stax2..")
                .check(compiled);
    }

    @Test
    void neverHoldsASheetAsATreeOrTouchesTheSwitchesOfAWholeMachine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.poi\\.(openxml4j\\.util\\.Zip(SecureFile|ArchiveThresholdInputStream)"
                        + "|ss\\.usermodel\\.DataFormatter|util\\.IOUtils)")
                .check(compiled);
    }
}
