package undercurrent.figure;

import java.util.Arrays;
import java.util.List;

/** One thing drawn in a {@link Figure}; an empty legend keeps it out of the legend. */
public sealed interface Mark {
  String legend();

  /** How a line is drawn. */
  enum Stroke {
    SOLID,
    DASHED,
    DOTTED,
    /** Thin and faint: many of them, or raw under smoothed. */
    FAINT
  }

  /** The shape of a point. */
  enum Shape {
    DOT,
    DIAMOND,
    RING,
    CROSS
  }

  /** A line through points; a NaN breaks it. */
  record Line(String legend, Ink ink, Stroke stroke, double[] x, double[] y) implements Mark {}

  /** The area between two lines; a NaN breaks it. */
  record Band(String legend, Ink ink, double[] x, double[] lower, double[] upper) implements Mark {}

  /** Separate points. */
  record Points(String legend, Ink ink, Shape shape, double[] x, double[] y) implements Mark {}

  /**
   * A path coloured along its own parameter, or by groups, with its start and end marked.
   *
   * @param colour the parameter, increasing, mostly time
   * @param colourAxis names it and says how to write it
   */
  record Path(
      String legend, double[] x, double[] y, double[] colour, Axis colourAxis, Groups groups)
      implements Mark {
    /** Coloured along its parameter alone. */
    public Path(String legend, double[] x, double[] y, double[] colour, Axis colourAxis) {
      this(legend, x, y, colour, colourAxis, Groups.NONE);
    }
  }

  /**
   * To which of a few groups each point of a path belongs; the way to a point has the colour of its
   * group.
   *
   * @param names of the groups, at most as many as there are {@link LatentFigure#INKS}
   * @param of the group of each point; empty for a path without groups
   */
  record Groups(List<String> names, int[] of) {
    static final Groups NONE = new Groups(List.of(), new int[0]);

    boolean isEmpty() {
      return names.isEmpty();
    }
  }

  /** The area between two lines that is a quantity of its own, as in a stack; a NaN breaks it. */
  record Layer(String legend, Ink ink, double[] x, double[] lower, double[] upper)
      implements Mark {}

  /**
   * A matrix as coloured cells, one unit wide and high each, with its numbers where they fit.
   *
   * @param legend its name, written above it
   * @param rows names of the rows, from above, written to the left
   * @param columns names of the columns, written below
   * @param values [rows][columns]
   * @param x left end
   * @param y upper end
   * @param room for its name from x on, in cells
   * @param numbered whether numbers are written into cells that are large enough, and cells have
   *     edges
   * @param largest the number that has the full colour; NaN for the largest of the matrix
   */
  record Cells(
      String legend,
      List<String> rows,
      List<String> columns,
      double[][] values,
      double x,
      double y,
      double room,
      boolean numbered,
      double largest)
      implements Mark {
    /** Coloured by its own largest number. */
    public Cells(
        String legend,
        List<String> rows,
        List<String> columns,
        double[][] values,
        double x,
        double y,
        double room,
        boolean numbered) {
      this(legend, rows, columns, values, x, y, room, numbered, Double.NaN);
    }

    /** With numbers. */
    public Cells(
        String legend,
        List<String> rows,
        List<String> columns,
        double[][] values,
        double x,
        double y,
        double room) {
      this(legend, rows, columns, values, x, y, room, true);
    }

    /** Whether all its numbers are 0 or 1, so that no bar of colours is needed. */
    boolean isYesOrNo() {
      return Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(v -> v == 0 || v == 1);
    }
  }

  /**
   * Rows over time, such as the keys of a piano: at each step each row has a share from 0 to 1, or
   * NaN where it is not known.
   *
   * @param edges where the steps begin, and last where the last one ends, {@code [N + 1]}
   * @param first the middle of the lowest row; rows lie one unit apart
   * @param shares {@code [N][rows]}
   */
  record Roll(String legend, Ink ink, Form form, double[] edges, double first, double[][] shares)
      implements Mark {
    /** Bars and frames are drawn for shares above this. */
    public static final double SOUNDS = 0.5;

    /** How rows are drawn. */
    public enum Form {
      /** The darker, the larger the share. */
      SHADES,
      /** Bars where the share is above one half. */
      BARS,
      /** The edges of such bars. */
      FRAMES
    }

    /** Where the steps begin, {@code [N]}. */
    public double[] starts() {
      return Arrays.copyOf(edges, Math.max(0, edges.length - 1));
    }

    /** Where the last step ends. */
    public double end() {
      return edges[edges.length - 1];
    }
  }

  /** Frames of a film, which take the whole plot and have no places on its axes. */
  record Film(Frames frames) implements Mark {
    @Override
    public String legend() {
      return "";
    }
  }

  /** A line across the whole plot at one value of x (vertical) or y, with a short label. */
  record Rule(String legend, String label, double at, boolean vertical) implements Mark {}

  /** A shaded stretch of x over the full height, with a short label at its top. */
  record Span(String legend, String label, Ink ink, double from, double to) implements Mark {}

  /** Filled polygons, even-odd; rings of alternating x, y. */
  record Area(String legend, Ink ink, double[][] rings) implements Mark {}
}
