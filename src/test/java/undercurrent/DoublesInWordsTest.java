package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import undercurrent.app.Main;

/**
 * A double that is put into a sentence by {@code %s} or by + has up to seventeen digits, or is
 * called NaN: words have it through {@code NumberWords}. Looks at the compiled methods, where such
 * a number is boxed beside the formatting or is joined to a text.
 */
final class DoublesInWordsTest {
  /** What is no sentence, or names a wrong value as it is. */
  private static final List<String> HOMES =
      List.of(
          // Refusals of the library name the value that is none.
          "undercurrent.model.",
          // What is wrong in a damaged document.
          "undercurrent.experiment.DocumentChecks#",
          // The home of the numbers on axes.
          "undercurrent.figure.Numbers#fixed",
          // The size of letters for the style of the window.
          "undercurrent.view.LetterSizes#letters");

  private static List<Path> classes() throws IOException, URISyntaxException {
    Path root = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
    }
  }

  private static Stream<String> found(Path file) {
    try {
      return found(ClassFile.of().parse(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(ClassModel model) {
    String name = model.thisClass().name().stringValue().replace('/', '.');
    return model.methods().stream()
        .filter(DoublesInWordsTest::isUnsafe)
        .map(m -> name + "#" + m.methodName().stringValue())
        .filter(place -> HOMES.stream().noneMatch(place::startsWith));
  }

  private static boolean isUnsafe(MethodModel method) {
    boolean boxes = false;
    boolean formats = false;
    boolean joins = false;
    for (CodeElement element : method.code().<Iterable<CodeElement>>map(c -> c).orElse(List.of())) {
      if (element instanceof InvokeInstruction call) {
        String owner = call.owner().name().stringValue();
        String name = call.name().stringValue();
        boxes |= owner.equals("java/lang/Double") && name.equals("valueOf");
        formats |=
            owner.equals("java/lang/String") && (name.equals("format") || name.equals("formatted"));
      } else if (element instanceof InvokeDynamicInstruction call) {
        joins |=
            call.name().stringValue().equals("makeConcatWithConstants")
                && call.typeSymbol().parameterList().stream()
                    .anyMatch(t -> t.descriptorString().equals("D"));
      }
    }
    return (boxes && formats) || joins;
  }

  @Test
  void noDoubleIsPutIntoASentenceAsItIs() throws IOException, URISyntaxException {
    List<Path> classes = classes();
    assertTrue(classes.size() > 500, "classes are looked at");
    assertEquals(List.of(), classes.stream().flatMap(DoublesInWordsTest::found).toList());
  }
}
