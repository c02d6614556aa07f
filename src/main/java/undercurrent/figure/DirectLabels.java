package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a legend beside what they name, where they cover least of it.
 *
 * @param labels those that have room
 * @param isComplete whether all words of the legend have room
 */
public record DirectLabels(List<Label> labels, boolean isComplete) {
  /** Before a figure is drawn for the first time. */
  public static final DirectLabels NONE = new DirectLabels(List.of(), true);

  private static final double LINE = 1.3;
  private static final double AROUND = 0.3;
  private static final double BESIDE = 0.55;
  private static final double WIDEST_SHARE = 0.45;

  /** Words that may be broken into two lines have so many letters. */
  private static final int LONG = 16;

  /** What a break costs in covered room. */
  private static final double BREAK = 0.04;

  /** A place that is better by less is not worth that words move. */
  private static final double STAYS = 0.08;

  private static final Side[] ON = {Side.ON};
  private static final Side[] AROUND_IT = {
    Side.ABOVE,
    Side.BELOW,
    Side.RIGHT,
    Side.LEFT,
    Side.ABOVE_RIGHT,
    Side.BELOW_RIGHT,
    Side.ABOVE_LEFT,
    Side.BELOW_LEFT
  };

  public DirectLabels {
    labels = List.copyOf(labels);
  }

  private enum Side {
    ON,
    ABOVE,
    BELOW,
    RIGHT,
    LEFT,
    ABOVE_RIGHT,
    BELOW_RIGHT,
    ABOVE_LEFT,
    BELOW_LEFT
  }

  /**
   * Where the words of a mark stand.
   *
   * @param place which of the places along its mark, and on which side of it
   */
  public record Label(String words, Box box, List<Text> lines, String place) {
    public Label {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Places all words.
   *
   * @param before what was drawn last; words stay at their mark's place where they can
   */
  static DirectLabels of(
      Figure figure, Scales scales, Sizes sizes, Palette palette, DirectLabels before) {
    List<Mark> marks = new ArrayList<>(figure.marks());
    marks.addAll(across(figure));
    return of(LabelWish.of(marks, scales, palette), figure, scales, sizes, before);
  }

  /** Places words that no legend has: those of rules and spans. */
  static DirectLabels besideLegend(
      Figure figure, Scales scales, Sizes sizes, Palette palette, DirectLabels before) {
    List<LabelWish> wishes = LabelWish.of(across(figure), scales, palette);
    return wishes.isEmpty() ? NONE : of(wishes, figure, scales, sizes, before);
  }

  /** Rules and spans with their labels alone. */
  private static List<Mark> across(Figure figure) {
    List<Mark> across = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Rule m -> across.add(new Mark.Rule("", m.label(), m.at(), m.vertical()));
        case Mark.Span m -> across.add(new Mark.Span("", m.label(), m.ink(), m.from(), m.to()));
        default -> {}
      }
    }
    return across;
  }

  private static DirectLabels of(
      List<LabelWish> wishes, Figure figure, Scales scales, Sizes sizes, DirectLabels before) {
    Box plot = scales.plot();
    Coverage coverage = Coverage.of(figure.marks(), scales);
    List<Label> placed = new ArrayList<>();
    boolean isComplete = true;
    for (LabelWish wish : wishes) {
      Label best = null;
      double least = Double.POSITIVE_INFINITY;
      List<List<String>> ways = ways(wish.words(), sizes, plot);
      for (int way = 0; way < ways.size(); way++) {
        List<String> lines = ways.get(way);
        Box size = size(lines, sizes);
        for (int p = 0; p < wish.places().size(); p++) {
          LabelWish.Place at = wish.places().get(p);
          for (Side side : at.isInside() ? ON : AROUND_IT) {
            Box box = box(size, at, side, sizes, plot);
            if (!plot.holds(box) || placed.stream().anyMatch(l -> l.box().overlaps(box))) continue;
            String place = way + " " + p + " " + side;
            double cost = coverage.share(box) + way * BREAK;
            if (stayed(wish, place, before)) cost -= STAYS;
            if (cost >= least) continue;
            least = cost;
            best = new Label(wish.words(), box, texts(lines, box, sizes, wish), place);
          }
        }
      }
      if (best != null) placed.add(best);
      else if (wish.isNeeded()) isComplete = false;
    }
    return new DirectLabels(placed, isComplete);
  }

  private static boolean stayed(LabelWish wish, String place, DirectLabels before) {
    return before.labels().stream()
        .anyMatch(l -> l.words().equals(wish.words()) && l.place().equals(place));
  }

  /** In one line, and long ones also in two. */
  private static List<List<String>> ways(String words, Sizes sizes, Box plot) {
    double width = Lettering.width(words, sizes.font(), true);
    List<List<String>> ways = new ArrayList<>();
    if (width <= WIDEST_SHARE * plot.width() || words.length() < LONG) ways.add(List.of(words));
    if (words.length() >= LONG) {
      for (int most = 2; most <= 3; most++) {
        List<String> lines = balanced(words, sizes, width, most);
        if (!ways.contains(lines)) ways.add(lines);
      }
    }
    return ways;
  }

  /** The narrowest lines, so that none is left with a single short word. */
  private static List<String> balanced(String words, Sizes sizes, double width, int most) {
    for (double room = width / most; room < width; room += sizes.font() / 2) {
      List<String> lines = Lettering.wrapped(words, sizes.font(), true, room, most);
      if (String.join(" ", lines).equals(words)) return lines;
    }
    return List.of(words);
  }

  /** The room of words, wherever they stand. */
  private static Box size(List<String> lines, Sizes sizes) {
    double font = sizes.font();
    double text = lines.stream().mapToDouble(l -> Lettering.width(l, font, true)).max().orElse(0);
    return new Box(0, 0, text + 2 * AROUND * font, lines.size() * LINE * font);
  }

  private static Box box(Box size, LabelWish.Place at, Side side, Sizes sizes, Box plot) {
    double width = size.width();
    double height = size.height();
    double gap = BESIDE * sizes.font();
    double centred =
        Math.clamp(at.x() - width / 2, plot.x(), Math.max(plot.x(), plot.right() - width));
    double x =
        switch (side) {
          case ON, ABOVE, BELOW -> centred;
          case RIGHT, ABOVE_RIGHT, BELOW_RIGHT -> at.x() + gap;
          case LEFT, ABOVE_LEFT, BELOW_LEFT -> at.x() - gap - width;
        };
    double y =
        switch (side) {
          case ON, RIGHT, LEFT -> at.y() - height / 2;
          case ABOVE, ABOVE_RIGHT, ABOVE_LEFT -> at.y() - gap - height;
          case BELOW, BELOW_RIGHT, BELOW_LEFT -> at.y() + gap;
        };
    return new Box(x, y, width, height);
  }

  /** Words of the legend are bold; those that are said beside it are not. */
  private static List<Text> texts(List<String> lines, Box box, Sizes sizes, LabelWish wish) {
    List<Text> texts = new ArrayList<>();
    double font = sizes.font();
    for (int i = 0; i < lines.size(); i++) {
      texts.add(
          new Text(
              lines.get(i),
              box.x() + AROUND * font,
              box.y() + (i * LINE + 0.98) * font,
              font,
              wish.isNeeded(),
              Text.Anchor.START,
              false,
              wish.rgb()));
    }
    return texts;
  }
}
