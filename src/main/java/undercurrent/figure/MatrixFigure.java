package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.LearnedMatrix;

/** Matrices as coloured cells, in lines beside one another. */
final class MatrixFigure {
  /** Room for names to the left of a matrix, in cells. */
  static final double GAP = 1.6;

  /** Room for a matrix's name above it, and for those of columns below, in cells. */
  private static final double ABOVE = 0.9;

  private static final double BELOW = 0.6;
  private final List<List<LearnedMatrix>> lines;

  MatrixFigure(List<List<LearnedMatrix>> lines) {
    this.lines = lines;
  }

  /** The matrices of a model. */
  Figure figure() {
    int count = lines.stream().mapToInt(List::size).sum();
    return figure(
        "matrices",
        Words.of("matrices.title"),
        count == 0 ? Words.of("matrices.nothing") : Words.of("matrices.summary", count));
  }

  Figure figure(String id, String title, String summary) {
    List<Mark> marks = new ArrayList<>();
    double[] left = left();
    double y = 0;
    for (List<LearnedMatrix> line : lines) {
      double height = 0;
      y -= ABOVE;
      for (int i = 0; i < line.size(); i++) {
        LearnedMatrix m = line.get(i);
        marks.add(
            new Mark.Cells(
                Words.name(m.name()),
                words(m.rows()),
                words(m.columns()),
                m.values(),
                left[i],
                y,
                left[i + 1] - left[i]));
        height = Math.max(height, m.rows().size());
      }
      y -= height + BELOW;
    }
    return new Figure(
        id,
        title,
        Axis.bare(0, left[left.length - 1] - GAP / 2),
        Axis.bare(y, 0),
        marks,
        1,
        summary);
  }

  private static List<String> words(List<String> places) {
    return places.stream().map(ShownSeries::place).toList();
  }

  /** Where the matrices of each place begin, one under the other, and at last where they end. */
  private double[] left() {
    int places = lines.stream().mapToInt(List::size).max().orElse(0);
    double[] left = new double[places + 1];
    left[0] = GAP;
    for (int i = 0; i < places; i++) {
      int place = i;
      int widest =
          lines.stream()
              .filter(line -> place < line.size())
              .mapToInt(line -> line.get(place).columns().size())
              .max()
              .orElse(0);
      left[i + 1] = left[i] + widest + GAP;
    }
    return left;
  }
}
