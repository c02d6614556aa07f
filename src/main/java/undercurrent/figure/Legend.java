package undercurrent.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The legend of a figure: rows of swatches and words above the plot. */
record Legend(List<Entry> entries, double height) {
  /** What a swatch shows. */
  enum Part {
    WHOLE,
    START,
    END,
    /** Nothing: words go on in a further line. */
    MORE
  }

  record Entry(Mark mark, Part part, Box swatch, Text text) {}

  /** Flows all legends of the marks into rows; equal words are shown once. */
  static Legend of(List<Mark> marks, Box room, Sizes sizes, int rgb) {
    Flow flow = new Flow(room, sizes, rgb);
    Set<String> shown = new HashSet<>();
    for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Legend::rank)).toList()) {
      if (mark instanceof Mark.Cells) continue;
      if (mark instanceof Mark.Path path && !path.groups().isEmpty()) {
        for (int k = 0; k < path.groups().names().size(); k++) {
          String name = path.groups().names().get(k);
          double[] none = {};
          flow.add(
              new Mark.Line(name, LatentFigure.INKS.get(k), Mark.Stroke.SOLID, none, none),
              Part.WHOLE,
              name);
        }
      } else if (!mark.legend().isEmpty() && shown.add(mark.legend())) {
        flow.add(mark, Part.WHOLE, mark.legend());
      }
      if (mark instanceof Mark.Path && shown.add("start")) {
        flow.add(mark, Part.START, Words.of("start"));
        flow.add(mark, Part.END, Words.of("end"));
      }
    }
    return new Legend(flow.entries, flow.height());
  }

  /** Data first, then lines, then what lies behind them. */
  private static int rank(Mark mark) {
    return switch (mark) {
      case Mark.Points m when m.ink() == Ink.DATA -> 0;
      case Mark.Line m when m.stroke() == Mark.Stroke.FAINT -> 4;
      case Mark.Line _, Mark.Path _ -> 1;
      case Mark.Roll m when m.form() != Mark.Roll.Form.SHADES -> m.ink() == Ink.DATA ? 0 : 2;
      case Mark.Points _ -> 2;
      case Mark.Band _, Mark.Layer _, Mark.Roll _ -> 3;
      case Mark.Rule _, Mark.Span _, Mark.Area _, Mark.Cells _, Mark.Film _ -> 5;
    };
  }

  private static final int MOST_LINES = 3;

  /** Where the next entry goes. */
  private static final class Flow {
    private final List<Entry> entries = new ArrayList<>();
    private final Box room;
    private final double font;
    private final double row;
    private final int rgb;
    private double x;
    private double y;

    Flow(Box room, Sizes sizes, int rgb) {
      this.room = room;
      this.font = sizes.font();
      this.row = 1.55 * font;
      this.rgb = rgb;
      this.x = room.x();
      this.y = room.y();
    }

    void add(Mark mark, Part part, String words) {
      double swatch = part == Part.WHOLE ? 2 * font : 0.9 * font;
      double gap = 0.45 * font;
      double width = swatch + gap + Lettering.width(words, font, false);
      if (x > room.x() && x + width > room.right()) {
        x = room.x();
        y += row;
      }
      double most = room.width() - swatch - gap;
      List<String> lines = Lettering.wrapped(words, font, false, most, MOST_LINES);
      entries.add(entry(mark, part, lines.getFirst(), swatch, gap));
      for (String line : lines.subList(1, lines.size())) {
        y += row;
        entries.add(entry(mark, Part.MORE, line, swatch, gap));
      }
      // Nothing stands beside words that take more than a line.
      x = lines.size() > 1 ? room.right() : x + width + 1.5 * font;
    }

    private Entry entry(Mark mark, Part part, String line, double swatch, double gap) {
      Box box = new Box(x, y + 0.3 * font, swatch, 0.8 * font);
      double left = x + swatch + gap;
      double base = y + 1.08 * font;
      return new Entry(
          mark, part, box, new Text(line, left, base, font, false, Text.Anchor.START, false, rgb));
    }

    double height() {
      return entries.isEmpty() ? 0 : y + row - room.y();
    }
  }
}
