package undercurrent.view.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.kind.Card;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelGraph;
import undercurrent.kind.ModelKind;

final class FormulaNodeTest {
  static Stream<Card.Equation> equations() {
    List<Card.Equation> all = new ArrayList<>();
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      all.addAll(kind.card().equations());
      for (ModelGraph.Box box : kind.graph().boxes()) all.addAll(box.equations());
    }
    return all.stream().distinct();
  }

  private static FormulaNode typeset(String latex) {
    return new FormulaNode(latex, "", 20);
  }

  private static Text letter(FormulaNode node, String text) {
    for (Node child : node.getChildren()) {
      if (child instanceof Text letters && letters.getText().equals(text)) return letters;
    }
    throw new AssertionError("no " + text);
  }

  @ParameterizedTest
  @MethodSource("equations")
  void everyEquationOfTheCatalogueIsTypeset(Card.Equation equation) {
    FormulaNode node = new FormulaNode(equation.latex(), equation.unicode(), 15);
    assertEquals(equation.unicode(), node.getAccessibleText());
    assertTrue(node.getPrefWidth() > 20 && node.getPrefHeight() > 10, equation.latex());
    for (Node child : node.getChildren()) {
      if (!(child instanceof Text text)) continue;
      assertTrue(text.getText().indexOf('\\') < 0, text.getText());
      assertTrue(
          child.getLayoutX() >= -0.5
              && child.getLayoutX() + text.getLayoutBounds().getWidth() <= node.getPrefWidth() + 1,
          equation.latex());
    }
  }

  /** Dots do not touch a letter that is taller than an x. */
  @Test
  void anAccentStandsAboveATallLetter() {
    FormulaNode lower = typeset("\\dot x");
    double low = letter(lower, "˙").getLayoutY() - letter(lower, "x").getLayoutY();
    FormulaNode node = typeset("\\dot \\theta");
    double high = letter(node, "˙").getLayoutY() - letter(node, "θ").getLayoutY();
    assertTrue(high < low - 2, high + " and " + low);
  }

  @Test
  void whatStandsBelowIsLowerAndSmaller() {
    FormulaNode node = typeset("z_t^2");
    Text base = letter(node, "z");
    Text below = letter(node, "t");
    Text above = letter(node, "2");
    assertTrue(below.getLayoutY() > base.getLayoutY() && above.getLayoutY() < base.getLayoutY());
    assertTrue(below.getFont().getSize() < base.getFont().getSize());
    assertEquals(below.getLayoutX(), above.getLayoutX(), 1e-9);
  }

  @Test
  void aMatrixHasItsCellsInRowsAndColumnsThatEndTogether() {
    FormulaNode node = typeset("\\begin{pmatrix} 1 & 22 \\\\ 333 & 4 \\end{pmatrix}");
    Text one = letter(node, "1");
    Text two = letter(node, "22");
    Text three = letter(node, "333");
    Text four = letter(node, "4");
    assertEquals(one.getLayoutY(), two.getLayoutY(), 1e-9);
    assertTrue(three.getLayoutY() > one.getLayoutY());
    assertEquals(end(one), end(three), 1e-6);
    assertEquals(end(two), end(four), 1e-6);
    assertTrue(end(one) < two.getLayoutX());
  }

  private static double end(Text text) {
    return text.getLayoutX() + text.getLayoutBounds().getWidth();
  }

  @ParameterizedTest
  @CsvSource({"\\frac{1}{2}, 1, 2", "\\frac{a}{b}, a, b"})
  void aFractionHasOnePartOverTheOther(String latex, String over, String under) {
    FormulaNode node = typeset(latex);
    assertTrue(letter(node, over).getLayoutY() < letter(node, under).getLayoutY());
  }

  @Test
  void aSignOfANumberStandsCloserThanAMinusBetweenTwo() {
    assertTrue(typeset("-1").getPrefWidth() < typeset("a-1").getPrefWidth() - 8);
    assertTrue(typeset("(-1, -2)").getPrefWidth() < typeset("(0-1, 0-2)").getPrefWidth() - 20);
  }

  @ParameterizedTest
  @CsvSource({
    "\\sqrt{x}, '\\sqrt', '\\sqrt'",
    "{x, brace, brace",
    "x}, }, }",
    "\\begin{pmatrix} 1 & 2, without, \\end"
  })
  void whatIsNotKnownIsRefusedByName(String latex, String what, String too) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> FormulaReader.read(latex));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains(what) && sentence.contains(too), sentence);
  }
}
