package undercurrent.model.formula;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.text.TextMistake;

/** Texts that no person would type are read or refused with a place, and at once. */
final class FormulaMutationsTest {
  private static final List<String> SEEDS =
      List.of(
          "dx/dt = v\ndv/dt = -k*x - c*v + u + noise\ny = x\nk = 4\nc ~ 0.1\nx(0) = 0 +- 1",
          "a' = 0.2*a + tanh(alpha*b) + noise; b' = 0.2*b + sin(beta*a); y1 = a/2; y2 = b/2;"
              + " alpha ~ 0; beta ~ 0",
          "x' = max(min(x, 2), -(x^2)^0.5)/abs(exp(t) - log(3e-2))\ny = sqrt(x)\ninput q = heat");

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          ",",
          "=",
          "~",
          ";",
          "\n",
          "\r",
          "#",
          "^",
          "-",
          "+",
          "*",
          "/",
          ".",
          "'",
          "\"",
          "noise",
          "x",
          "t",
          "0",
          "9",
          "1e",
          "e",
          "sin",
          "sin(",
          "d",
          "/dt",
          "\u0000",
          "\ud800",
          "π",
          "±",
          "+-",
          " ",
          "\t",
          "input ",
          "\\",
          "0x",
          "u99",
          "y7",
          "%",
          "[",
          "]",
          "{",
          "!",
          "==",
          "\u202e",
          "random()",
          "dt_now()");

  @Test
  void changedTextsAreReadOrRefusedWithAPlace() {
    Randomness random = Randomness.of(7).named("formulas");
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(i % SEEDS.size()));
      int changes = 1 + (int) (6 * random.uniform());
      for (int c = 0; c < changes; c++) change(text, random);
      if (isRead(text.toString())) read++;
    }
    assertTrue(read > 500, read + " were still formulas");
  }

  private static void change(StringBuilder text, Randomness random) {
    int at = (int) (text.length() * random.uniform());
    int end = Math.min(text.length(), at + 1 + (int) (5 * random.uniform()));
    double how = random.uniform();
    if (how < 0.4) text.insert(at, PIECES.get((int) (PIECES.size() * random.uniform())));
    else if (how < 0.7) text.delete(at, end);
    else text.insert((int) (text.length() * random.uniform()), text.substring(at, end));
  }

  private static boolean isRead(String text) {
    try {
      Formula formula = Formula.of(text);
      double[] out = new double[formula.size()];
      double[] u = new double[formula.inputs().size()];
      Evaluator motion = formula.motion(formula.startValues(), 1).at(1, u);
      motion.slopes(new double[formula.size()], false, out, new double[out.length * out.length]);
      return true;
    } catch (TextMistake mistake) {
      String[] lines = text.split("\\R", -1);
      assertTrue(mistake.line() >= 1 && mistake.line() <= lines.length, text);
      int length = lines[mistake.line() - 1].length();
      assertTrue(mistake.column() >= 1 && mistake.column() <= length + 1, text + mistake);
      String message = String.valueOf(mistake.getMessage());
      assertTrue(message.endsWith(".") && !message.contains("\n"), message);
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(|x|)",
        "-|x|",
        "sin(|x|)",
        "x^|x|",
        "x+|x|",
        "min(x,|x|)",
        "2*(x-|x|)",
        "noise+|x|"
      })
  void deepAndLongTextsAreRefusedAtOnce(String piece) {
    String[] parts = piece.split("\\|", -1);
    for (int count : new int[] {250, 900, 20_000}) {
      String text =
          "x' = " + parts[0].repeat(count) + parts[1] + parts[2].repeat(count) + "; y = x";
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> isRead(text));
    }
  }

  /** Each name is the sum of the one before with itself, 90 times: not 2⁹⁰ sums. */
  @Test
  void namesThatDoubleAreComputedOnce() {
    String text =
        IntStream.range(1, 90)
            .mapToObj(i -> "a%s = a%s + a%2$s".formatted(i, i - 1))
            .collect(Collectors.joining("; "));
    Formula formula = Formula.of("x' = a89/2^89; y = x; a0 = x; " + text);
    double[] out = new double[1];
    formula.motion(new double[0], 1).at(0, new double[0]).values(new double[] {3}, 1, 1, out, 1);
    assertTrue(out[0] == 3, out[0] + "");
  }

  @Test
  void tooManyOfAnythingIsRefused() {
    String many =
        IntStream.range(0, 21).mapToObj("x%s' = 1;"::formatted).collect(Collectors.joining());
    assertRefused(many, "this is state 21, and at most 20 can be.");
    assertRefused("x' = 1;".repeat(600), "the text has 4200 characters, and at most 4000");
    assertRefused("k=1;".repeat(101), "here begins equation 101, and that is the most.");
  }

  private static void assertRefused(String text, String what) {
    TextMistake refused = assertThrows(TextMistake.class, () -> Formula.of(text));
    assertTrue(String.valueOf(refused.getMessage()).contains(what), refused.toString());
  }

  /** What the library has beside: texts, dates, chance. */
  @Test
  void onlyTheDocumentedFunctionsCanBeCalled() {
    Set<String> known = Set.copyOf(Op.FUNCTIONS.keySet());
    for (String name :
        List.of("random", "dt_now", "dt_today", "if", "switch", "str_format", "fact", "coalesce")) {
      assertTrue(!known.contains(name));
      assertThrows(TextMistake.class, () -> Formula.of("x' = %s(1); y = x".formatted(name)));
    }
  }
}
