package uk.smets.mam.secure.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.ModuleRules;

/** The structure of the module: its exports, the dependencies between its packages, and its libraries. */
class ModuleRulesTest {
    private final ModuleRules module = ModuleRules.of("uk.smets.mam.secure");

    @Test
    void exportsOnlyItsApi() {
        module.exportsToEveryone("root", "archive", "key", "signature", "smki");
    }

    @Test
    void opensNoPackageToReflection() {
        module.opensNothing();
    }

    @Test
    void packagesUseEachOtherAsDrawn() {
        module.packagesUse(Map.ofEntries(
                Map.entry(
                        "root",
                        List.of(
                                "archive",
                                "internal.certificate",
                                "internal.cms",
                                "internal.file",
                                "internal.zip",
                                "signature",
                                "smki")),
                Map.entry("archive", List.of("internal.file", "internal.zip")),
                Map.entry("internal.certificate", List.of("internal.file")),
                Map.entry(
                        "internal.cms",
                        List.of("archive", "internal.certificate", "internal.file", "internal.path", "key")),
                Map.entry("internal.file", List.of()),
                Map.entry("internal.path", List.of("internal.certificate", "key", "smki")),
                Map.entry("internal.token", List.of()),
                Map.entry("internal.zip", List.of("internal.file")),
                Map.entry("key", List.of("internal.certificate", "internal.file", "internal.token", "smki")),
                Map.entry(
                        "signature",
                        List.of(
                                "archive",
                                "internal.certificate",
                                "internal.cms",
                                "internal.file",
                                "internal.path",
                                "key",
                                "smki")),
                Map.entry("smki", List.of("internal.certificate"))));
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
    void dependsOnTheModelTheCsvModuleAndThreeLibrariesOnly() {
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
                .check(module.compiled());
    }

    @Test
    void zip4jIsUsedByOneInternalClassOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("uk.smets.mam.secure.internal.zip.ZipContainer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.lingala.zip4j..")
                .check(module.compiled());
    }
}
