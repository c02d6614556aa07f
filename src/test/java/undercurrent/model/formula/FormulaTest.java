package undercurrent.model.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.text.TextMistake;

/** What formulas mean, by Java's own arithmetic and by central differences, and what is refused. */
final class FormulaTest {
  private static double value(String expression, double x, double v) {
    Formula formula = Formula.of("x' = %s; v' = v; y = x; k ~ 3".formatted(expression));
    double[] out = new double[2];
    double[] given = new double[formula.inputs().size()];
    for (int i = 0; i < given.length; i++) given[i] = 10 * (1 + formula.inputs().get(i).order());
    formula.motion(formula.startValues(), 1).at(7, given).values(new double[] {x, v}, 2, 1, out, 2);
    return out[0];
  }

  @Test
  void expressionsMeanWhatMathematicsSays() {
    double x = 0.7;
    double v = -1.3;
    assertEquals(1 + 2 * 3 - 4.0 / 5, value("1 + 2*3 - 4/5", x, v));
    assertEquals(-(x * x), value("-x^2", x, v));
    assertEquals(Math.pow(2, 9), value("2^3^2", x, v), 1e-12);
    assertEquals(1.0 / 4, value("2^-2", x, v), 1e-15);
    assertEquals(1 / StrictMath.pow(2, x * x), value("2^-x^2", x, v), 1e-15);
    assertEquals(2 * StrictMath.pow(3, -x) * v, value("2*3^-x*v", x, v), 1e-15);
    assertEquals(StrictMath.pow(2, -StrictMath.sin(x)), value("max(0, 2^-sin(x))", x, v), 1e-15);
    assertEquals(StrictMath.pow(2, StrictMath.pow(x, 3)), value("2^-(-x^-(-3))", x, v), 1e-15);
    assertEquals((x - v) - 1, value("x-v-1", x, v));
    assertEquals(x / v / 2, value("x/v/2", x, v));
    assertEquals(StrictMath.sin(x) * StrictMath.cos(v), value("sin(x)*cos(v)", x, v));
    assertEquals(StrictMath.tan(x) + StrictMath.tanh(v), value("tan(x) + tanh(v)", x, v));
    assertEquals(StrictMath.exp(v) + StrictMath.log(x), value("exp(v) + log(x)", x, v));
    assertEquals(Math.sqrt(x) + Math.abs(v), value("sqrt(x) + abs(v)", x, v));
    assertEquals(-1.3 + 0.7, value("min(x, v) + max(x, v)", x, v));
    assertEquals(Math.PI + Math.PI + Math.E, value("pi + π + e", x, v));
    assertEquals(3 * 7, value("k*t", x, v));
    assertEquals(10 + 20 + 10, value("u1 + u2 + u", x, v));
    assertEquals(1e-3 + .5 + 2., value("1e-3 + .5 + 2.", x, v));
    assertEquals(StrictMath.sin(x), value("SIN(x)", x, v), "letters of functions do not differ");
  }

  @Test
  void aNameMayBeUsedBeforeItIsDefinedAndInOthers() {
    Formula formula =
        Formula.of(
            """
            # a remark; with a semicolon
            dx/dt = -rate*x   # another
            y = 2*x
            rate = base/half; half = 2
            base = half + 4
            """);
    double[] out = new double[1];
    formula.motion(new double[0], 1).at(0, new double[0]).values(new double[] {5}, 1, 1, out, 1);
    assertEquals(-15, out[0]);
    assertTrue(formula.isContinuous());
    assertEquals(List.of("x"), formula.states());
    assertEquals(-1, formula.seen()[0], "twice the state is not the state");
  }

  @Test
  void manyStatesHaveTheNumbersOfEachAlone() {
    Formula formula = Formula.of("dx/dt = v*t; dv/dt = -sin(x)*u; y1 = x*v; y2 = v");
    double[] many = {0.1, 0.2, -0.3, 0.4, 0.5, -0.6};
    double[] all = new double[6];
    double[] u = {3};
    formula.motion(new double[0], 3).at(2, u).values(many, 2, 3, all, 2);
    for (int p = 0; p < 3; p++) {
      double[] z = {many[2 * p], many[2 * p + 1]};
      double[] out = new double[2];
      formula.motion(new double[0], 1).at(2, u).values(z, 2, 1, out, 2);
      assertArrayEquals(out, new double[] {all[2 * p], all[2 * p + 1]});
      assertArrayEquals(new double[] {z[1] * 2, -StrictMath.sin(z[0]) * 3}, out);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x*v + x - v/2",
        "x/v + 3/(1 + x^2)",
        "sin(x)*cos(v) - tan(x/3)",
        "tanh(x*v) + exp(-x) + log(2 + x)",
        "sqrt(1 + x^2) + abs(v) + abs(x)",
        "min(x, v)*max(x, 2*v)",
        "x^2 + x^3 + x^1 + x^4 + x^-1.5 + x^0",
        "x^v + 2^x + k^x",
        "-(-x)^2 - -v",
        "v^2*x + t*x + u*v",
        "max(x, 3) + min(v, 0)"
      })
  void slopesAreThoseOfCentralDifferences(String expression) {
    Formula formula = Formula.of("x' = %s; v' = v; y = %1$s; k ~ 3".formatted(expression));
    double[] z = {0.7, -1.3};
    for (Evaluator evaluator :
        List.of(formula.motion(new double[] {3}, 1), formula.observation(new double[] {3}, 1))) {
      int outputs = evaluator == null ? 0 : 1;
      double[] u = new double[formula.inputs().size()];
      java.util.Arrays.fill(u, 0.4);
      evaluator.at(1.5, u);
      double[] jacobian = new double[2 * 2];
      evaluator.slopes(z, false, new double[2], jacobian);
      double h = 1e-6;
      for (int j = 0; j < 2; j++) {
        double[] up = z.clone();
        double[] down = z.clone();
        up[j] += h;
        down[j] -= h;
        double[] above = new double[2];
        double[] below = new double[2];
        evaluator.values(up, 2, 1, above, 2);
        evaluator.values(down, 2, 1, below, 2);
        assertEquals((above[0] - below[0]) / (2 * h), jacobian[j * outputs], 1e-7, expression);
      }
    }
  }

  @Test
  void noiseIsWhereItStandsOrEverywhere() {
    Formula some = Formula.of("dx/dt = v; dv/dt = -x - s*noise/2; y = x + 0.1*noise; s ~ 3");
    assertArrayEquals(new double[] {0, 1.5, 0.1}, some.noise(new double[] {3}));
    assertFalse(some.isPushed(0));
    assertTrue(some.isPushed(1) && some.spreadsEvenly());
    assertArrayEquals(new int[] {0}, some.seen(), "noise takes nothing from what is seen");
    Formula all = Formula.of("dx/dt = v; dv/dt = -x; y = x");
    assertArrayEquals(new double[] {1, 1, 1}, all.noise(new double[0]));
    Formula bent = Formula.of("dx/dt = v*x; dv/dt = noise; y = x");
    assertFalse(bent.spreadsEvenly(), "the speed of x depends on x times v");
    double[] out = new double[2];
    bent.motion(new double[0], 1).at(0, new double[0]).values(new double[] {2, 3}, 2, 1, out, 2);
    assertArrayEquals(new double[] {6, 0}, out);
  }

  @Test
  void startsAreSaidOrComeFromTheData() {
    Formula formula = Formula.of("x' = x; v' = v; w' = w; y1 = v; y2 = x*v; w(0) = pi ± sqrt(4)");
    StartValues start = StartValues.of(formula, new double[] {5, 6}, new double[] {2, 4});
    assertArrayEquals(new double[] {0, 5, Math.PI}, start.means());
    assertArrayEquals(new double[] {12, 6, 2}, start.deviations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dx/dt = v; dv/dt = -kx*x; y = x; k = 2 | 1 | 21 | 'kx' is not defined; for a product write k*x.
          dx/dt = -q*x; y = x                    | 1 | 10 | 'q' is not defined; give it a value, as in k = 2, or have it learned, as in k ~ 2.
          dx/dt = -X; y = x                      | 1 | 10 | 'X' is not defined; large and small letters differ, so write 'x'.
          dx/dt = -x; y = x; z = y1              | 1 | 24 | 'y1' is what is observed; write the state behind it.
          dx/dt = sin x; y = x                   | 1 | 13 | there is nothing between 'x' and what stands before it; write an operator such as *.
          dx/dt = 2x; y = x                      | 1 | 10 | there is nothing between the number and 'x'; write * for a product.
          dx/dt = 2 (x); y = x                   | 1 | 11 | there is nothing before this '('; write * for a product.
          dx/dt = (x)(x); y = x                  | 1 | 12 | there is nothing before this '('; write * for a product.
          dx/dt = x(x + 1); y = x                | 1 |  9 | 'x' is not a function; there are abs, cos, exp, log, max, min, sin, sqrt, tan, tanh, and a product is written with *.
          dx/dt = random(1); y = x               | 1 |  9 | 'random' is not a function; there are abs, cos, exp, log, max, min, sin, sqrt, tan, tanh, and a product is written with *.
          dx/dt = (x + 1; y = x                  | 1 |  9 | this '(' is not closed; write a ')'.
          dx/dt = x + 1); y = x                  | 1 | 14 | this ')' closes nothing; leave it out, or write a '(' before.
          dx/dt = x + ; y = x                    | 1 | 11 | the expression ends here too early; write what follows.
          dx/dt = x * / 2; y = x                 | 1 | 13 | '/' cannot stand here; write a number, a name or a '(' before it.
          dx/dt = sin(); y = x                   | 1 | 13 | ')' cannot stand here; write a number, a name or a '(' before it.
          dx/dt = min(x); y = x                  | 1 |  9 | 'min' is given 1 values and takes 2.
          dx/dt = sin(x, x); y = x               | 1 |  9 | 'sin' is given 2 values and takes 1.
          dx/dt = 0,5*x; y = x                   | 1 | 10 | a comma separates what a function is given; write 0.5 for a half.
          dx/dt = x & 2; y = x                   | 1 | 11 | '&' is not known here; there are + - * / ^ and parentheses.
          dx/dt = 1.2.3*x; y = x                 | 1 |  9 | '1.2.' is not a number; write it like 0.5 or 1e-3.
          dx/dt = 0x1F*x; y = x                  | 1 |  9 | '0x1F' is not a number; write it like 0.5 or 1e-3.
          dx/dt = 1e999*x; y = x                 | 1 |  9 | '1e999' is not a number; write it like 0.5 or 1e-3.
          dx/dt = "x"; y = x                     | 1 |  9 | this is no part of an equation.
          dx/dt = ; y = x                        | 1 |  7 | nothing follows this sign; write an expression behind it.
          = 2                                    | 1 |  1 | nothing stands before this sign; write dx/dt, x', x(0), y or k.
          dx/dt + x                              | 1 |  1 | 'dx/dt + x' has no '='; write an equation such as dx/dt = -x, y = x or k = 2.
          dx/dx = 2                              | 1 |  1 | 'dx/dx' cannot stand before this sign; write dx/dt, x', x(0), y or k.
          dx/dt = -x; v' = v; y = x              | 1 | 13 | equations are all of the form dx/dt = …, or all of the form x' = …; line 1 has the other form.
          dx/dt = -x; x = 2; y = x               | 1 | 13 | 'x' is already defined in line 1; leave one of them out.
          dpi/dt = -pi; y = pi                   | 1 |  2 | 'pi' has a meaning of its own in equations; choose another name.
          y = 2                                  | 1 |  1 | no state moves; write dx/dt = … or x' = ….
          x' = x                                 | 1 |  1 | nothing is observed; write y = x.
          x' = x; y1 = x; y3 = x                 | 1 | 17 | the 2 observed channels are y1 to y2, each once.
          x' = x; y = x; y1 = x                  | 1 |  9 | the 2 observed channels are y1 to y2, each once.
          x' = x; y2 = x                         | 1 |  9 | write y or y1 for the one observed channel.
          x' = x; y = x; x(0) = 2                | 1 | 23 | say how far off it may be, as in 0 +- 1: the mean and the standard deviation.
          x' = x; y = x; x(0) = 2 +- 0           | 1 | 28 | a standard deviation is more than 0.
          x' = x; y = x; x(0) = 2 +- x           | 1 | 28 | this is to be a number, such as 0.5 or sqrt(2).
          x' = x; y = x; q(0) = 2 +- 1           | 1 | 16 | 'q' is not a state; no equation moves it.
          x' = x; y = x; k ~ x                   | 1 | 20 | this is to be a number, such as 0.5 or sqrt(2).
          x' = x; y = x; a = b; b = a            | 1 | 16 | 'a' depends on itself; write it without what it defines.
          x' = x*noise; y = x                    | 1 |  8 | numbers and parameters alone may multiply noise, as in 0.1*noise.
          x' = sin(noise); y = x                 | 1 |  6 | noise is added, as in dx/dt = -x + 0.1*noise, and nothing else.
          x' = noise + noise; y = x              | 1 | 12 | noise stands on both sides of this sign; write it once.
          x' = x; y = x + 0*noise                | 1 | 19 | a noise of 0 is none; leave it out, or write a larger factor.
          x' = x; y = x; k = noise               | 1 | 20 | noise is added to an equation or an observation, as in y = x + 0.1*noise.
          x' = x; y = x; input                   | 1 | 16 | write the name of a column of inputs, as in input q or input q = column.
          """)
  void aMistakeIsRefusedWithItsPlace(String text, int line, int column, String what) {
    TextMistake mistake = assertThrows(TextMistake.class, () -> Formula.of(text));
    String place = "In the equations, line %s, column %s: ".formatted(line, column);
    assertEquals(place + what, mistake.getMessage());
    assertEquals(line, mistake.line());
    assertEquals(column, mistake.column());
    assertTrue(mistake.length() >= 1);
  }

  @Test
  void placesCountLinesAndBlanks() {
    String text = "dx/dt = v  # speed\r\n\r\n   dv/dt = -x +  kk ;  y = x";
    TextMistake mistake = assertThrows(TextMistake.class, () -> Formula.of(text));
    assertEquals(3, mistake.line());
    assertEquals(18, mistake.column());
    assertEquals(2, mistake.length());
    String column = "x' = x; y = x + heat\ninput heat = warm water [C]";
    assertEquals(1, Formula.of(column).columns(List.of("a", "warm water [C]"))[0]);
    TextMistake none =
        assertThrows(TextMistake.class, () -> Formula.of(column).columns(List.of("a")));
    assertEquals(
        "In the equations, line 2, column 14: the data have no 'warm water [C]'; their inputs are"
            + " a.",
        none.getMessage());
  }
}
