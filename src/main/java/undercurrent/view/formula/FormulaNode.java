package undercurrent.view.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.scene.transform.Shear;
import undercurrent.view.formula.Formula.Accent;
import undercurrent.view.formula.Formula.Fraction;
import undercurrent.view.formula.Formula.Gap;
import undercurrent.view.formula.Formula.Letters;
import undercurrent.view.formula.Formula.Matrix;
import undercurrent.view.formula.Formula.Row;
import undercurrent.view.formula.Formula.Script;

/** An equation on the screen, in the letters of the window. */
public final class FormulaNode extends Pane {
  private static final String FONT = "Inter";
  private static final double SLANT = -0.2;
  private static final double ASCENT = 0.76;
  private static final double DESCENT = 0.24;
  private static final double X_HEIGHT = 0.56;
  private static final double SMALL = 0.72;
  private static final double SMALLEST = 8;
  private static final double AXIS = 0.27;

  private final double baseline;

  /** Boxes that are laid out, of which the origin lies on the line of the letters. */
  private record Laid(double width, double ascent, double descent, List<Placed> nodes) {}

  /** A node and where it stands from the origin of its box. */
  private record Placed(Node node, double x, double y) {}

  /**
   * Typesets an equation.
   *
   * @param latex in the part of LaTeX that cards are written in
   * @param unicode the same for a screen reader
   * @param size of the letters
   * @throws IllegalArgumentException when the equation has a command that is not known
   */
  public FormulaNode(String latex, String unicode, double size) {
    getStyleClass().add("formula");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(unicode);
    Laid whole = lay(FormulaReader.read(latex), size);
    baseline = whole.ascent();
    for (Placed placed : whole.nodes()) {
      placed.node().setLayoutX(placed.x());
      placed.node().setLayoutY(whole.ascent() + placed.y());
      placed.node().setManaged(false);
      getChildren().add(placed.node());
    }
    double height = Math.ceil(whole.ascent() + whole.descent());
    setMinSize(Math.ceil(whole.width()), height);
    setPrefSize(Math.ceil(whole.width()), height);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  /** Where the line of its letters is, by which it stands among words. */
  @Override
  public double getBaselineOffset() {
    return baseline;
  }

  /**
   * Refuses what cannot be typeset.
   *
   * @throws IllegalArgumentException one sentence that names what is not known
   */
  public static void require(String latex) {
    FormulaReader.read(latex);
  }

  private static Laid lay(Formula formula, double size) {
    return switch (formula) {
      case Letters letters -> letters(letters, size);
      case Row row -> row(row, size);
      case Script script -> script(script, size);
      case Accent accent -> accent(accent, size);
      case Fraction fraction -> fraction(fraction, size);
      case Matrix matrix -> matrix(matrix, size);
      case Gap gap -> new Laid(gap.width() * size, 0, 0, List.of());
    };
  }

  private static Laid letters(Letters letters, double size) {
    Text text = new Text(letters.text());
    text.setFont(Font.font(FONT, size));
    text.setTextOrigin(VPos.BASELINE);
    text.getStyleClass().add("formula-letters");
    if (letters.slanted()) text.getTransforms().add(new Shear(SLANT, 0));
    double space = letters.space() * size;
    // A slanted letter leans over what follows it.
    double lean = letters.slanted() ? 0.06 * size : 0;
    double width = text.getLayoutBounds().getWidth() + lean;
    return new Laid(
        width + 2 * space, ASCENT * size, DESCENT * size, List.of(new Placed(text, space, 0)));
  }

  private static Laid row(Row row, double size) {
    double x = 0;
    double ascent = 0;
    double descent = 0;
    List<Placed> nodes = new ArrayList<>();
    for (Formula part : row.parts()) {
      Laid laid = lay(part, size);
      add(nodes, laid, x, 0);
      x += laid.width();
      ascent = Math.max(ascent, laid.ascent());
      descent = Math.max(descent, laid.descent());
    }
    return new Laid(x, ascent, descent, nodes);
  }

  private static void add(List<Placed> nodes, Laid laid, double x, double y) {
    for (Placed placed : laid.nodes()) {
      nodes.add(new Placed(placed.node(), placed.x() + x, placed.y() + y));
    }
  }

  private static Laid script(Script script, double size) {
    Laid base = lay(script.base(), size);
    double small = Math.max(Math.min(size, SMALLEST), SMALL * size);
    Optional<Laid> below = script.below().map(b -> lay(tight(b), small));
    Optional<Laid> above = script.above().map(a -> lay(tight(a), small));
    double down = 0.24 * size + Math.max(0, base.descent() - DESCENT * size);
    double up = 0.4 * size + Math.max(0, base.ascent() - ASCENT * size);
    List<Placed> nodes = new ArrayList<>(base.nodes());
    below.ifPresent(b -> add(nodes, b, base.width(), down));
    above.ifPresent(a -> add(nodes, a, base.width(), -up));
    double wide = Math.max(width(below), width(above));
    return new Laid(
        base.width() + wide + 0.03 * size,
        Math.max(base.ascent(), above.map(a -> a.ascent() + up).orElse(0.0)),
        Math.max(base.descent(), below.map(b -> b.descent() + down).orElse(0.0)),
        nodes);
  }

  /** Small letters stand without room around signs. */
  private static Formula tight(Formula formula) {
    return switch (formula) {
      case Letters letters -> new Letters(letters.text(), letters.slanted(), 0);
      case Row row -> new Row(row.parts().stream().map(FormulaNode::tight).toList());
      default -> formula;
    };
  }

  private static double width(Optional<Laid> laid) {
    return laid.map(Laid::width).orElse(0.0);
  }

  private static Laid accent(Accent accent, double size) {
    Laid base = lay(accent.base(), size);
    Laid sign = letters(new Letters(accent.sign(), false, 0), size);
    List<Placed> nodes = new ArrayList<>(base.nodes());
    double up = 0.06 * size + above(accent.base(), size);
    add(nodes, sign, (base.width() - sign.width()) / 2 + 0.06 * size, -up);
    return new Laid(
        base.width(), Math.max(base.ascent(), sign.ascent() + up), base.descent(), nodes);
  }

  /** How much higher than an x a tall letter is, such as a θ. */
  private static double above(Formula base, double size) {
    if (!(base instanceof Letters letters)) return 0;
    Text text = new Text(letters.text());
    text.setFont(Font.font(FONT, size));
    text.setTextOrigin(VPos.BASELINE);
    text.setBoundsType(TextBoundsType.VISUAL);
    return Math.max(0, -text.getLayoutBounds().getMinY() - X_HEIGHT * size);
  }

  private static Laid fraction(Fraction fraction, double size) {
    double small = 0.86 * size;
    Laid over = lay(fraction.over(), small);
    Laid under = lay(fraction.under(), small);
    double width = Math.max(over.width(), under.width()) + 0.3 * size;
    double axis = AXIS * size;
    double gap = 0.12 * size;
    List<Placed> nodes = new ArrayList<>();
    add(nodes, over, (width - over.width()) / 2, -axis - gap - over.descent());
    add(nodes, under, (width - under.width()) / 2, -axis + gap + under.ascent());
    nodes.add(new Placed(line(0, 0, width, 0, size), 0, -axis));
    return new Laid(
        width,
        axis + gap + over.descent() + over.ascent(),
        gap + under.ascent() + under.descent() - axis,
        nodes);
  }

  private static Line line(double fromX, double fromY, double toX, double toY, double size) {
    Line line = new Line(fromX, fromY, toX, toY);
    line.setStrokeWidth(Math.max(1, size / 14));
    line.getStyleClass().add("formula-line");
    return line;
  }

  private static Laid matrix(Matrix matrix, double size) {
    double letters = 0.9 * size;
    int columns = matrix.rows().stream().mapToInt(List::size).max().orElse(0);
    double[] widths = new double[columns];
    List<List<Laid>> cells = new ArrayList<>();
    double height = 0;
    double gap = 0.16 * size;
    for (List<Formula> row : matrix.rows()) {
      List<Laid> laid = row.stream().map(cell -> lay(cell, letters)).toList();
      for (int c = 0; c < laid.size(); c++) widths[c] = Math.max(widths[c], laid.get(c).width());
      cells.add(laid);
      height += ascent(laid, letters) + descent(laid, letters) + gap;
    }
    double y = -AXIS * size - height / 2;
    double edge = 0.34 * size;
    double between = 0.6 * size;
    List<Placed> nodes = new ArrayList<>();
    double right = edge;
    for (List<Laid> row : cells) {
      double base = y + gap / 2 + ascent(row, letters);
      double x = edge;
      for (int c = 0; c < row.size(); c++) {
        // Numbers end at the same place.
        add(nodes, row.get(c), x + widths[c] - row.get(c).width(), base);
        x += widths[c] + between;
      }
      right = Math.max(right, x - between);
      y = base + descent(row, letters) + gap / 2;
    }
    double top = -AXIS * size - height / 2;
    double width = right + edge;
    brackets(nodes, width, top, height, size);
    return new Laid(width + 0.1 * size, -top, top + height, nodes);
  }

  private static void brackets(
      List<Placed> nodes, double width, double top, double height, double size) {
    double foot = 0.16 * size;
    double inset = 0.12 * size;
    for (boolean isLeft : new boolean[] {true, false}) {
      double x = isLeft ? inset : width - inset;
      double end = isLeft ? foot : -foot;
      nodes.add(new Placed(line(0, 0, 0, height, size), x, top));
      nodes.add(new Placed(line(0, 0, end, 0, size), x, top));
      nodes.add(new Placed(line(0, 0, end, 0, size), x, top + height));
    }
  }

  private static double ascent(List<Laid> row, double size) {
    return row.stream().mapToDouble(Laid::ascent).max().orElse(ASCENT * size);
  }

  private static double descent(List<Laid> row, double size) {
    return row.stream().mapToDouble(Laid::descent).max().orElse(DESCENT * size);
  }
}
