package undercurrent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of which package may use which; a package that is not listed for another is forbidden
 * to it. A rule that finds no class to look at fails, as does a table that names what is not there.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("undercurrent");

  private static final List<String> PACKAGES =
      List.of(
          "text",
          "output",
          "settings",
          "math",
          "series",
          "edit",
          "model",
          "training",
          "inference",
          "figure",
          "picture",
          "kind",
          "experiment",
          "report",
          "lesson",
          "sweep",
          "session",
          "command",
          "view",
          "app");

  @ParameterizedTest(name = "{0} may use {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text       |
          output     | text
          settings   | text
          math       | text
          series     | text math settings
          edit       | text math series
          model      | text math series settings
          training   | text math series model settings
          inference  | text math series model
          figure     | text series model training inference
          picture    | text output figure
          kind       | text settings math series model training inference figure
          experiment | text output settings math series edit model training inference figure kind
          report     | text settings series edit model training inference figure kind experiment
          lesson     | text settings series model training inference kind experiment
          sweep      | text output settings series model training inference figure kind experiment report
          session    | text output settings math series edit model training inference kind experiment
          command    | text output settings math series edit model training inference figure picture kind experiment report lesson sweep session
          view       | text output settings series edit model training inference figure picture kind experiment report lesson sweep session
          app        | text output view command experiment lesson
          """)
  void packagesUseOnlyTheOnesBeforeThem(String name, String allowed) {
    List<String> permitted = allowed == null ? List.of() : List.of(allowed.split(" "));
    List<String> forbidden = new ArrayList<>(PACKAGES);
    forbidden.removeAll(permitted);
    forbidden.remove(name);
    noClasses()
        .that()
        .resideInAPackage("undercurrent." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            forbidden.stream().map(p -> "undercurrent." + p + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertEquals(Set.copyOf(PACKAGES), childrenOf("undercurrent"));
  }

  /** The packages directly below one that have classes, themselves or further below. */
  private static Set<String> childrenOf(String parent) {
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(p -> p.startsWith(parent + "."))
        .map(p -> p.substring(parent.length() + 1).split("\\.")[0])
        .collect(Collectors.toSet());
  }

  /** Families of models, and those each may use beside the contracts; a new family is a new row. */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("particle", ""),
          Map.entry("flow", ""),
          Map.entry("gaussian", ""),
          Map.entry("linear", "gaussian"),
          Map.entry("structural", "linear"),
          Map.entry("continuous", "gaussian linear"),
          Map.entry("exact", "linear structural continuous"),
          Map.entry("nonlinear", "particle gaussian linear"),
          Map.entry("formula", ""),
          Map.entry("known", "formula gaussian nonlinear"),
          Map.entry("optimized", "gaussian linear exact"),
          Map.entry("switching", "particle gaussian linear nonlinear exact"),
          Map.entry("deep", "flow formula"),
          Map.entry("normalizing", "flow linear"),
          Map.entry("density", "flow"),
          Map.entry("recurrent", "flow"),
          Map.entry("dynamical", "deep"),
          Map.entry("convolutional", "deep"),
          Map.entry("kvae", "gaussian linear deep"),
          Map.entry("physics", "gaussian continuous formula deep"));

  @Test
  void everyFamilyOfModelsIsInTheTable() {
    assertEquals(FAMILIES.keySet(), childrenOf("undercurrent.model"));
  }

  static Set<String> families() {
    return FAMILIES.keySet();
  }

  @ParameterizedTest
  @MethodSource("families")
  void familiesOfModelsUseOnlyThoseOfTheTable(String family) {
    List<String> permitted = List.of(FAMILIES.getOrDefault(family, "").split(" "));
    String[] forbidden =
        FAMILIES.keySet().stream()
            .filter(f -> !f.equals(family) && !permitted.contains(f))
            .map(f -> "undercurrent.model." + f + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("undercurrent.model." + family + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CLASSES);
  }

  @Test
  void trainingKnowsOnlyTheContractsOfModels() {
    noClasses()
        .that()
        .resideInAPackage("undercurrent.training..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("undercurrent.model.*..")
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} is used only in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.ejml..                | undercurrent.model..
          jdk.incubator..           | undercurrent.math..
          javafx..                  | undercurrent.view..
          io.fair_acc..             | undercurrent.view.chart..
          org.controlsfx..          | undercurrent.view..
          atlantafx..               | undercurrent.view..
          java.awt..                | undercurrent.series.. undercurrent.picture.. undercurrent.view.. undercurrent.app..
          picocli..                 | undercurrent.command..
          com.ezylang..             | undercurrent.model.formula..
          tools.jackson..           | undercurrent.experiment.. undercurrent.report.. undercurrent.lesson.. undercurrent.sweep.. undercurrent.command.. undercurrent.series..
          java.util.Random          |
          java.util.random..        |
          java.util.concurrent.ThreadLocalRandom |
          java.security.SecureRandom |
          """)
  void librariesStayAtHome(String library, String homes) {
    String[] home = homes == null ? new String[0] : homes.split(" ");
    DescribedPredicate<JavaClass> used =
        library.endsWith("..")
            ? resideInAPackage(library)
            : describe(library, c -> c.getName().equals(library));
    noClasses()
        .that(not(resideInAnyPackage(home)))
        .should()
        .dependOnClassesThat(used)
        .check(CLASSES);
    for (String own : home) {
      assertTrue(
          CLASSES.stream()
              .filter(resideInAPackage(own))
              .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
              .anyMatch(d -> used.test(d.getTargetClass())),
          own + " does not use " + library);
    }
  }

  @ParameterizedTest(name = "of {1}, {0} knows only {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          series | math  | Randomness Progress
          view   | model | Conditioning PathTrace linear.KalmanStep
          """)
  void someKnowOnlyAFewTypesOfAnother(String name, String other, String known) {
    List<String> allowed =
        Stream.of(known.split(" ")).map(k -> "undercurrent." + other + "." + k).toList();
    noClasses()
        .that()
        .resideInAPackage("undercurrent." + name + "..")
        .should()
        .dependOnClassesThat(
            describe(
                "other types of " + other,
                c ->
                    (c.getPackageName() + ".").startsWith("undercurrent." + other + ".")
                        && allowed.stream()
                            .noneMatch(a -> (c.getName() + "$").startsWith(a + "$"))))
        .check(CLASSES);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching("undercurrent.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theFamiliesOfModelsHaveNoCycles() {
    slices().matching("undercurrent.model.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theContractsOfModelsKnowNoFamily() {
    noClasses()
        .that()
        .resideInAPackage("undercurrent.model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("undercurrent.model.*..")
        .check(CLASSES);
  }

  @Test
  void threadsAreMadeOnlyInSessionAndApp() {
    noClasses()
        .that(not(resideInAnyPackage("undercurrent.session..", "undercurrent.app..")))
        .should()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
        .check(CLASSES);
    assertTrue(calls("undercurrent.session..", "java.lang.Thread.<init>"));
  }

  /** Whether a package calls a method, so that a rule that forbids it elsewhere can find calls. */
  private static boolean calls(String place, String method) {
    return CLASSES.stream()
        .filter(resideInAPackage(place))
        .flatMap(c -> c.getAccessesFromSelf().stream())
        .anyMatch(a -> a.getTarget().getFullName().startsWith(method));
  }

  @Test
  void onlyCommandsPrint() {
    noClasses()
        .that(not(resideInAPackage("undercurrent.command..")))
        .should()
        .accessField(System.class, "out")
        .check(CLASSES);
  }

  @Test
  void onlyTheViewKnowsTheLocale() {
    noClasses()
        .that(not(resideInAPackage("undercurrent.view..")))
        .should()
        .callMethod(java.util.Locale.class, "getDefault")
        .check(CLASSES);
  }

  @Test
  void nothingIsSerializedTheJavaWay() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .check(CLASSES);
  }
}
