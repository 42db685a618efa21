package org.ssos.clearinghouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between packages, as ARCHITECTURE.md draws them. An exception is listed here, with its reason. */
class ArchitectureTest {
    private static final String ROOT = "org.ssos.clearinghouse";

    /** In the order of who may know whom: a feature knows those before it, never one after it. */
    private static final List<String> FEATURES = List.of(
            "content",
            "search",
            "browse",
            "lea",
            "pathway",
            "training",
            "schoolyear",
            "intake",
            "roadmap",
            "account",
            "submission",
            "vetting",
            "publishing",
            "freshness",
            "feedback",
            "awareness",
            "api",
            "backup",
            "ops");

    /** What every feature may use: the shared words, and those that know no feature. */
    private static final List<String> FOUNDATION = List.of("entry", "background", "web", "db", "mail");

    /** Written by the build from the templates, which may show any feature's page. */
    private static final String TEMPLATES = "pages";

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    /** What has made other programs run what a stranger sent. Workbooks of the state are read by a library. */
    @Test
    void nothing_starts_programs_reads_objects_or_xml_or_runs_text() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.io\\.ObjectInputStream"
                        + "|javax\\.(naming|script)\\..*|javax\\.xml\\.(parsers|transform|xpath|bind)\\..*"
                        + "|javax\\.xml\\.stream\\.XMLInputFactory|org\\.xml\\.sax\\..*")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(OURS);
    }

    @Test
    void scripts_place_text_as_text_and_keep_nothing() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/static/site.js")))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain("localStorage", "sessionStorage", "indexedDB", "document.cookie", "postMessage");
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        var known = Stream.of(FEATURES, FOUNDATION, List.of(TEMPLATES, ""))
                .flatMap(List::stream)
                .toList();
        var packages = new TreeSet<String>();
        OURS.forEach(type -> packages.add(packageBelowRoot(type)));

        assertThat(packages).isSubsetOf(known);
    }

    @Test
    void every_package_says_that_null_is_an_exception() {
        var unmarked = new TreeSet<String>();
        for (var type : OURS) {
            var inPackage = type.getPackage();
            if (!packageBelowRoot(type).equals(TEMPLATES) && !inPackage.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(inPackage.getName());
            }
        }

        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }

    @Test
    void entry_depends_on_nothing_of_ours() {
        noClasses()
                .that()
                .resideInAPackage(below("entry"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage(below("entry"))))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @TestFactory
    Stream<DynamicTest> web_db_and_mail_know_no_feature() {
        return Stream.of("web", "db", "mail").map(name -> knowsNone(name, FEATURES));
    }

    @TestFactory
    Stream<DynamicTest> a_feature_knows_only_those_before_it() {
        return FEATURES.stream()
                .limit(FEATURES.size() - 1)
                .map(name -> knowsNone(name, FEATURES.subList(FEATURES.indexOf(name) + 1, FEATURES.size())));
    }

    @Test
    void only_the_root_package_knows_all() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void lucene_stays_inside_search() {
        noClasses()
                .that()
                .resideOutsideOfPackage(below("search"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(OURS);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(OURS);
    }

    private static DynamicTest knowsNone(String name, List<String> others) {
        var forbidden = others.stream().map(ArchitectureTest::below).toArray(String[]::new);
        return DynamicTest.dynamicTest(
                name,
                () -> noClasses()
                        .that()
                        .resideInAPackage(below(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .allowEmptyShould(true)
                        .check(OURS));
    }

    private static String below(String name) {
        return ROOT + "." + name + "..";
    }

    private static String packageBelowRoot(JavaClass type) {
        var path = type.getPackageName().substring(ROOT.length());
        return path.isEmpty() ? "" : path.substring(1).split("\\.", 2)[0];
    }
}
