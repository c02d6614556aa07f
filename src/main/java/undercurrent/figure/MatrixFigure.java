package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.LearnedMatrix;

/** Matrices as coloured cells, in lines beside one another. */
final class MatrixFigure {
  /** Room for names to the left of a matrix, in cells. */
  static final double GAP = 1.5;

  /** Room for a matrix's name above it, and for those of columns below, in cells. */
  private static final double ABOVE = 0.9;

  private static final double BELOW = 0.6;
  private final List<List<LearnedMatrix>> lines;

  MatrixFigure(List<List<LearnedMatrix>> lines) {
    this.lines = lines;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    double width = 0;
    double y = 0;
    for (List<LearnedMatrix> line : lines) {
      double x = GAP;
      double height = 0;
      y -= ABOVE;
      for (LearnedMatrix m : line) {
        marks.add(new Mark.Cells(m.name(), m.rows(), m.columns(), m.values(), x, y));
        x += m.columns().size() + GAP;
        height = Math.max(height, m.rows().size());
      }
      width = Math.max(width, x - GAP / 2);
      y -= height + BELOW;
    }
    return new Figure(
        "matrices",
        "What the model has learned: its matrices",
        Axis.bare(0, width),
        Axis.bare(y, 0),
        marks,
        1,
        marks.isEmpty()
            ? "There are no matrices to show: only linear models have them, of up to 14 dimensions."
            : "%d matrices, each number coloured by its share of the largest in its matrix."
                .formatted(marks.size()));
  }
}
