package undercurrent.view.formula;

import java.util.List;
import java.util.Optional;

/** A part of an equation. */
sealed interface Formula {
  /**
   * Letters that stand together.
   *
   * @param slanted as variables are
   * @param space beside it on both sides, in the size of its letters
   */
  record Letters(String text, boolean slanted, double space) implements Formula {}

  /** Parts side by side. */
  record Row(List<Formula> parts) implements Formula {
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /** A part with something small below and above its end. */
  record Script(Formula base, Optional<Formula> below, Optional<Formula> above)
      implements Formula {}

  /** A part with a sign over it, such as a hat. */
  record Accent(Formula base, String sign) implements Formula {}

  /** A part over another one. */
  record Fraction(Formula over, Formula under) implements Formula {}

  /** Cells in rows, within brackets. */
  record Matrix(List<List<Formula>> rows) implements Formula {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Nothing, of a width in the size of the letters. */
  record Gap(double width) implements Formula {}
}
