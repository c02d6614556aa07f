package undercurrent.figure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import undercurrent.series.FrameShape;
import undercurrent.series.Pitch;

/**
 * Writes the numbers of a figure as a tidy table: {@code mark,kind,legend,x,y,lower,upper,colour}.
 * A cell that the mark does not have, or that is NaN, is empty; dates are written as such.
 */
public final class FigureCsv {
  private final CsvWriter out;
  private final Figure figure;

  private FigureCsv(Figure figure, CsvWriter out) {
    this.figure = figure;
    this.out = out;
  }

  /** One row for each point of each mark, with a header; land is left out. */
  public static String csv(Figure figure) {
    StringWriter text = new StringWriter();
    try (CsvWriter out = CsvWriter.builder().build(text)) {
      out.writeRecord("mark", "kind", "legend", "x", "y", "lower", "upper", "colour");
      new FigureCsv(figure, out).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write() {
    for (int i = 0; i < figure.marks().size(); i++) {
      String number = Integer.toString(i + 1);
      Mark mark = figure.marks().get(i);
      switch (mark) {
        case Mark.Line m -> points(number, "line", mark, m.x(), m.y());
        case Mark.Points m -> points(number, "points", mark, m.x(), m.y());
        case Mark.Path m -> path(number, m);
        case Mark.Band m -> band(number, "band", m.legend(), m.x(), m.lower(), m.upper());
        case Mark.Layer m -> band(number, "layer", m.legend(), m.x(), m.lower(), m.upper());
        case Mark.Cells m -> cells(number, m);
        case Mark.Roll m -> roll(number, m);
        case Mark.Film m -> film(number, m.frames());
        case Mark.Rule m when m.vertical() ->
            row(number, "rule", m.label(), x(m.at()), "", "", "", "");
        case Mark.Rule m -> row(number, "rule", m.label(), "", y(m.at()), "", "", "");
        case Mark.Span m -> {
          row(number, "span", m.label(), x(m.from()), "", "", "", "");
          row(number, "span", m.label(), x(m.to()), "", "", "", "");
        }
        case Mark.Area _ -> {}
      }
    }
  }

  private void points(String number, String kind, Mark mark, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      row(number, kind, mark.legend(), x(x[i]), y(y[i]), "", "", "");
    }
  }

  private void path(String number, Mark.Path m) {
    for (int i = 0; i < m.x().length; i++) {
      String colour = written(m.colourAxis(), m.colour()[i]);
      String name = m.groups().isEmpty() ? m.legend() : m.groups().names().get(m.groups().of()[i]);
      row(number, "path", name, x(m.x()[i]), y(m.y()[i]), "", "", colour);
    }
  }

  private void band(
      String number, String kind, String legend, double[] x, double[] lower, double[] upper) {
    for (int i = 0; i < x.length; i++) {
      row(number, kind, legend, x(x[i]), "", y(lower[i]), y(upper[i]), "");
    }
  }

  /** A row for each step and key with its share as its colour; of bars only what sounds. */
  private void roll(String number, Mark.Roll m) {
    boolean shades = m.form() == Mark.Roll.Form.SHADES;
    boolean music = figure.y().kind() == Axis.Kind.PITCH;
    for (int t = 0; t < m.shares().length; t++) {
      for (int k = 0; k < m.shares()[t].length; k++) {
        double share = m.shares()[t][k];
        if (Double.isNaN(share) || (!shades && share <= Mark.Roll.SOUNDS)) continue;
        int row = (int) m.first() + k;
        String name = music ? Pitch.name(row) : Integer.toString(row);
        row(number, "roll", m.legend(), x(m.edges()[t]), name, "", "", Double.toString(share));
      }
    }
  }

  /**
   * A row for each cell of each frame: the moment as x, its place in the frame as y, counted from
   * the upper left corner, and its number as its colour.
   */
  private void film(String number, Frames frames) {
    FrameShape shape = frames.shape();
    for (int i = 0; i < frames.rows().size(); i++) {
      for (int j = 0; j < frames.columns().size(); j++) {
        // A single row has no name, and its columns say what they are.
        String row = frames.rows().get(i);
        String legend = row.isEmpty() ? frames.columns().get(j) : row;
        Frames.Frame frame = frames.frame(i, j);
        String time = Double.toString(frame.time());
        for (int at = 0; at < frame.values().length; at++) {
          if (Double.isNaN(frame.values()[at])) continue;
          String value = Double.toString(frame.values()[at]);
          row(number, "frame", legend, time, shape.name(at), "", "", value);
        }
      }
    }
  }

  /** Names of column and row in place of x and y, the number as its colour. */
  private void cells(String number, Mark.Cells m) {
    for (int i = 0; i < m.values().length; i++) {
      for (int j = 0; j < m.values()[i].length; j++) {
        String value = written(figure.x(), m.values()[i][j]);
        String column = CsvText.of(m.columns().get(j));
        row(number, "cell", m.legend(), column, CsvText.of(m.rows().get(i)), "", "", value);
      }
    }
  }

  private void row(
      String number,
      String kind,
      String legend,
      String x,
      String y,
      String lower,
      String upper,
      String colour) {
    out.writeRecord(number, kind, CsvText.of(legend), x, y, lower, upper, colour);
  }

  private String x(double value) {
    return written(figure.x(), value);
  }

  private String y(double value) {
    return written(figure.y(), value);
  }

  private static String written(Axis axis, double value) {
    if (!Double.isFinite(value)) return "";
    if (axis.kind() == Axis.Kind.CLOCK) return ClockStep.sinceMidnight(value);
    if (axis.kind() != Axis.Kind.DATE) return Double.toString(value);
    return value == Math.rint(value)
        ? DateStep.date(value).toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(DateStep.date(value));
  }
}
