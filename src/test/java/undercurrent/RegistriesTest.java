package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.InferenceNetwork;
import undercurrent.model.deep.Likelihood;
import undercurrent.model.deep.NetworkKind;

/**
 * What a new kind or emission needs beside its own files is one line: no other class knows the
 * classes that there are.
 */
final class RegistriesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("undercurrent");

  @Test
  void onlyTheCatalogueKnowsTheKinds() {
    assertKnownOnlyTo(Catalogue.class, implementing(ModelKind.class));
  }

  @Test
  void onlyTheEnumOfLikelihoodsKnowsTheEmissions() {
    Set<JavaClass> emissions = implementing(Emission.class);
    // A known part gives that of its own kind, and so do maps that displace a frame.
    emissions.removeIf(c -> c.getSimpleName().matches("GuidedEmission|DisplacedEmission"));
    assertKnownOnlyTo(Likelihood.class, emissions);
  }

  @Test
  void onlyTheirEnumKnowsTheInferenceNetworks() {
    Set<JavaClass> networks = implementing(InferenceNetwork.class);
    // Those of known equations and of films have one of the others inside.
    networks.removeIf(c -> c.getSimpleName().matches("ScaledNetwork|FrameNetwork"));
    // That of chains with a known part is of its own kind.
    networks.removeIf(c -> c.getSimpleName().equals("GuidedNetwork"));
    assertKnownOnlyTo(NetworkKind.class, networks);
  }

  /** Dynamical VAEs are their package, their kinds and a line each. */
  @ParameterizedTest
  @CsvSource({
    "DynamicalVae, DynamicalKind AutoregressiveKind RvaeKind DsaeKind DynamicalCheck"
        + " DynamicalBench",
    "AutoregressiveSettings, AutoregressiveKind DynamicalCheck DynamicalBench",
    "RvaeSettings, RvaeKind",
    "DsaeSettings, DsaeKind"
  })
  void onlyTheirKindsKnowTheDynamicalVaes(String model, String kinds) {
    Set<String> knowing =
        users(CLASSES.get("undercurrent.model.dynamical." + model)).stream()
            .filter(name -> !name.startsWith("undercurrent.model.dynamical."))
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toSet());
    assertEquals(Set.of(kinds.split(" ")), knowing);
  }

  private static Set<JavaClass> implementing(Class<?> contract) {
    Set<JavaClass> found =
        CLASSES.stream()
            .filter(c -> c.isAssignableTo(contract) && !c.isEquivalentTo(contract))
            .filter(c -> !c.isInterface() && !c.isNestedClass())
            .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
            .collect(Collectors.toSet());
    assertTrue(found.size() > 3, contract + " has implementations");
    return found;
  }

  /** One may build on another, as the airline kind does on ARIMA. */
  private static void assertKnownOnlyTo(Class<?> registry, Set<JavaClass> classes) {
    Set<String> siblings = classes.stream().map(JavaClass::getName).collect(Collectors.toSet());
    for (JavaClass one : classes) {
      Set<String> others = users(one);
      others.removeAll(siblings);
      assertEquals(Set.of(registry.getName()), others, one.getName());
    }
  }

  /** The classes beside its own that name a class; a lambda of one is that one. */
  private static Set<String> users(JavaClass used) {
    return used.getDirectDependenciesToSelf().stream()
        .map(d -> outermost(d.getOriginClass()).getName())
        .filter(name -> !name.equals(used.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JavaClass outermost(JavaClass c) {
    return c.getEnclosingClass().map(RegistriesTest::outermost).orElse(c);
  }

  /** What differs between kinds is asked of the kind, not decided by its name. */
  @Test
  void nothingDecidesByTheNameOfAKind() throws IOException {
    Pattern decision =
        Pattern.compile(
            "kind\\(\\)\\s*\\.id\\(\\)\\s*\\.equals|switch \\([^)]*kind\\(\\)\\.id\\(\\)");
    assertTrue(decision.matcher("experiment.model().kind().id().equals(\"deep\")").find());
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        assertTrue(!decision.matcher(Files.readString(file)).find(), file.toString());
      }
    }
  }
}
