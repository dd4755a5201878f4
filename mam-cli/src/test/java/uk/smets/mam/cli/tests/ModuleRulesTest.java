package uk.smets.mam.cli.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The borders of the module: what it shows, and what it leans on. */
class ModuleRulesTest {
    private static final Path COMPILED = Path.of("target", "classes");

    private final ModuleDescriptor module =
            ModuleFinder.of(COMPILED).find("uk.smets.mam.cli").orElseThrow().descriptor();
    private final JavaClasses compiled = new ClassFileImporter().importPath(COMPILED);

    @Test
    void isAProgramAndExportsNothing() {
        assertThat(module.exports()).isEmpty();
    }

    @Test
    void opensItselfToTheCommandLineParserOnly() {
        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens())
                .allSatisfy(opens -> assertThat(opens.targets()).containsExactly("info.picocli"));
    }

    @Test
    void dependsOnTheLibraryThroughItsApiAndOnTheFilesThatAllModulesWrite() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("uk.smets.mam.model.internal", "uk.smets.mam.csv.internal..", "java.sql..")
                .check(compiled);
    }
}
