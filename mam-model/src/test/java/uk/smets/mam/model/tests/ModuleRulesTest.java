package uk.smets.mam.model.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
            ModuleFinder.of(COMPILED).find("uk.smets.mam.model").orElseThrow().descriptor();
    private final JavaClasses compiled = new ClassFileImporter().importPath(COMPILED);

    @Test
    void exportsItsApiToEveryoneAndNothingElse() {
        assertThat(module.exports())
                .filteredOn(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactly("uk.smets.mam.model");
    }

    @Test
    void opensNothingToReflection() {
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens()).isEmpty();
    }

    @Test
    void dependsOnTheJdkAndOnNullnessAnnotationsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("uk.smets.mam.model..", "java..", "org.jspecify.annotations..")
                .check(compiled);
    }
}
