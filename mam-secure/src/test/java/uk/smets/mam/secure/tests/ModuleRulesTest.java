package uk.smets.mam.secure.tests;

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
            ModuleFinder.of(COMPILED).find("uk.smets.mam.secure").orElseThrow().descriptor();
    private final JavaClasses compiled = new ClassFileImporter().importPath(COMPILED);

    @Test
    void exportsItsApiToEveryoneAndNothingElse() {
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactly("uk.smets.mam.secure");
    }

    @Test
    void opensNothingToReflection() {
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens()).isEmpty();
    }

    @Test
    void dependsOnTheModelTheCsvAndTheThreeLibrariesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "uk.smets.mam.secure..",
                        "uk.smets.mam.csv..",
                        "uk.smets.mam.model..",
                        "java..",
                        "javax.crypto..",
                        "javax.security.auth..",
                        "org.jspecify.annotations..",
                        "net.lingala.zip4j..",
                        "org.bouncycastle..",
                        "jakarta.activation..",
                        "jakarta.mail..")
                .check(compiled);
    }

    @Test
    void zip4jIsKnownToOneClassThatNobodySees() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("uk.smets.mam.secure.ZipContainer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.lingala.zip4j..")
                .check(compiled);
    }
}
