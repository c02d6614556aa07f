package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.series.FrameGrid;

/** Where frames, their names and the bars of their scales stand in a box. */
public final class FramesLayout {
  private static final double GAP = 0.5;
  private static final double BETWEEN_SCALES = 1.6;
  private static final double NAME_ROOM = 8;
  private static final int NAME_LINES = 2;

  /** Cells of so many pixels lose little when they are made smaller. */
  private static final double LARGE = 6;

  /** Share of the room that is left over which lies above. */
  private static final double HIGHER = 0.4;

  private final Frames frames;
  private final double font;
  private final double size;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double gap;
  private final double bars;
  private final double nameWidth;
  private final double[] offset;

  FramesLayout(Frames frames, Box room, Sizes sizes) {
    this.frames = frames;
    font = sizes.font();
    size = sizes.tick();
    gap = GAP * font;
    boolean isBare = sizes.bare();
    nameWidth = isBare ? 0 : nameWidth();
    boolean isNamed = frames.columns().stream().anyMatch(name -> !name.isEmpty());
    double above = isBare || !isNamed ? 0 : 1.6 * size;
    double below = isBare || !hasKey() ? 0 : 1.9 * size;
    bars = isBare ? 0 : barWidth();
    int across = frames.columns().size();
    int down = frames.rows().size();
    double wide = room.width() - nameWidth - bars - (across - 1) * gap;
    offset = offsets(down);
    double between = offset[down - 1];
    double high = room.height() - above - below - between;
    double one = Math.min(wide / across / columns(), high / down / rows());
    // Cells of whole pixels are all of one size, those of halves in pictures of twice the size.
    double whole = one >= LARGE ? Math.floor(one) : Math.floor(2 * one) / 2;
    double cell = one >= 2 && stretch() == 1 ? whole : Math.max(0.01, one);
    width = cell * columns();
    height = cell * rows();
    double used = nameWidth + across * width + (across - 1) * gap + bars;
    double tall = above + down * height + between + below;
    left = room.x() + Math.max(0, (room.width() - used) / 2) + nameWidth;
    top = room.y() + HIGHER * Math.max(0, room.height() - tall) + above;
  }

  /**
   * For a caller that draws them with a {@link PlotPainter} of the same letters.
   *
   * @param font size of ordinary letters in pixels
   */
  public static FramesLayout of(Frames frames, Box room, double font) {
    return new FramesLayout(frames, room, new Sizes(font, false, 1));
  }

  private double columns() {
    return frames.shape().width();
  }

  private double rows() {
    return frames.shape().height() * stretch();
  }

  /** How much higher than wide a cell is: a degree of latitude is longer than one of longitude. */
  private double stretch() {
    Optional<FrameGrid> grid = frames.shape().grid();
    if (grid.isEmpty()) return 1;
    double north = grid.get().latitudes().getFirst();
    double south = grid.get().latitudes().getLast();
    double rise = grid.get().rowStep();
    double step = grid.get().columnStep();
    if (!(rise > 0) || !(step > 0)) return 1;
    double middle = Math.toRadians(Math.clamp((north + south) / 2, -80, 80));
    return rise / step / Math.cos(middle);
  }

  private double nameWidth() {
    double widest = 0;
    for (String name : frames.rows()) {
      for (String line : lines(name)) {
        widest = Math.max(widest, Lettering.width(line, size, false));
      }
    }
    return widest == 0 ? 0 : widest + 0.8 * font;
  }

  private List<String> lines(String name) {
    return name.isEmpty()
        ? List.of()
        : Lettering.wrapped(name, size, false, NAME_ROOM * font, NAME_LINES);
  }

  private double barWidth() {
    double widest = 0;
    for (FrameScale scale : frames.scales()) {
      // A short bar has its ends, which may be longer words than the steps of a long one.
      for (Tick tick : Stream.concat(ticks(scale, 200).stream(), ends(scale)).toList()) {
        widest = Math.max(widest, Lettering.width(tick.label(), size, false));
      }
    }
    return frames.scales().isEmpty() ? 0 : 3.9 * font + widest;
  }

  private List<Tick> ticks(FrameScale scale, double pixels) {
    int most = (int) Math.clamp(pixels / (2.6 * size), 2, 6);
    List<Tick> ticks = Ticks.of(Axis.Kind.NUMBER, scale.low(), scale.high(), most);
    if (ticks.size() > 1) return ticks;
    // Of a short bar the ends, or where these would touch, the upper one.
    return ends(scale).skip(pixels < 2.2 * size ? 1 : 0).toList();
  }

  private static Stream<Tick> ends(FrameScale scale) {
    return Stream.of(scale.low(), scale.high()).map(end -> new Tick(end, Numbers.rounded(end, 2)));
  }

  boolean hasKey() {
    return frames.hasLand() || frames.hasMissing();
  }

  /** Where a frame stands. */
  public Box frame(int row, int column) {
    return new Box(left + column * (width + gap), top + row * height + offset[row], width, height);
  }

  /** What lies between the first row and each: more where another scale begins below its bar. */
  private double[] offsets(int down) {
    double[] offsets = new double[down];
    for (int i = 1; i < down; i++) {
      boolean isOther = frames.frame(i, 0).scale() != frames.frame(i - 1, 0).scale();
      offsets[i] = offsets[i - 1] + (isOther ? 2.4 * gap : gap);
    }
    return offsets;
  }

  private double right() {
    return frame(0, frames.columns().size() - 1).right();
  }

  private double bottom() {
    return frame(frames.rows().size() - 1, 0).bottom();
  }

  /** The bar of a scale: beside its rows, or where rows have several, above one another. */
  Box bar(int scale) {
    double x = right() + 1.1 * font;
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    boolean isMixed = false;
    for (int i = 0; i < frames.rows().size(); i++) {
      boolean has = false;
      boolean others = false;
      for (Frames.Frame frame : frames.frames().get(i)) {
        has |= frame.scale() == scale;
        others |= frame.scale() != scale;
      }
      isMixed |= has && others;
      if (!has) continue;
      from = Math.min(from, frame(i, 0).y());
      to = Math.max(to, frame(i, 0).bottom());
    }
    if (isMixed || from > to) {
      int count = frames.scales().size();
      double between = BETWEEN_SCALES * font;
      double tall = (bottom() - top - (count - 1) * between) / count;
      from = top + scale * (tall + between);
      to = from + tall;
    }
    return new Box(x, from, 0.8 * font, to - from);
  }

  /** Names of rows and columns, numbers and titles of the bars. */
  List<Text> texts(Palette palette) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < frames.rows().size(); i++) {
      Box box = frame(i, 0);
      String name = frames.rows().get(i);
      List<String> lines =
          box.height() + gap > 2.6 * size || name.isEmpty()
              ? lines(name)
              : List.of(Lettering.fitted(name, size, false, nameWidth - 0.8 * font));
      double y = box.y() + box.height() / 2 + 0.35 * size - (lines.size() - 1) * 0.62 * size;
      for (String line : lines) {
        texts.add(text(line, left - 0.7 * font, y, false, Text.Anchor.END, palette.text()));
        y += 1.24 * size;
      }
    }
    columnNames(texts, palette);
    if (nameWidth > 0 && !frames.across().isEmpty()) {
      double x = left - 0.7 * font;
      String across = Lettering.fitted(frames.across(), size, false, nameWidth - 0.7 * font);
      texts.add(text(across, x, top - 0.55 * size, false, Text.Anchor.END, palette.quietText()));
    }
    double widest = 0;
    for (int k = 0; k < frames.scales().size(); k++) {
      widest = Math.max(widest, barNumbers(texts, k, palette));
    }
    for (int k = 0; k < frames.scales().size(); k++) texts.add(barTitle(k, widest, palette));
    return texts;
  }

  /** As many as stand clear of one another, with that of the marked one. */
  private void columnNames(List<Text> texts, Palette palette) {
    int count = frames.columns().size();
    double widest = 0;
    for (String name : frames.columns()) {
      widest = Math.max(widest, Lettering.width(name, size, true));
    }
    int every = 1;
    while (every < count && every * (width + gap) < widest + 0.8 * font) every++;
    int marked = Math.max(0, frames.marked());
    for (int j = 0; j < count; j++) {
      if (Math.floorMod(j - marked, every) != 0) continue;
      boolean isMarked = j == frames.marked();
      String name = frames.columns().get(j);
      double room = Math.max(width + gap, Math.min(every, count) * (width + gap)) - 0.3 * font;
      if (every > 1 || count == 1) room = Math.max(room, widest);
      int rgb = isMarked ? palette.text() : palette.quietText();
      String fitted = Lettering.fitted(name, size, isMarked, room);
      texts.add(
          text(fitted, frame(0, j).middle(), top - 0.55 * size, isMarked, Text.Anchor.MIDDLE, rgb));
    }
  }

  /** Adds the numbers beside a bar, and gives how wide they are. */
  private double barNumbers(List<Text> texts, int k, Palette palette) {
    FrameScale scale = frames.scales().get(k);
    Box bar = bar(k);
    double x = bar.right() + 0.5 * size;
    double widest = 0;
    for (Tick tick : ticks(scale, bar.height())) {
      double share = (tick.value() - scale.low()) / (scale.high() - scale.low());
      double y = bar.bottom() - share * bar.height() + 0.35 * size;
      Text number = text(tick.label(), x, y, false, Text.Anchor.START, palette.quietText());
      widest = Math.max(widest, number.width());
      texts.add(number);
    }
    return widest;
  }

  /** What a bar shows, beside its numbers; all titles stand in one line. */
  private Text barTitle(int k, double numbers, Palette palette) {
    FrameScale scale = frames.scales().get(k);
    Box bar = bar(k);
    double room = bar.height() + BETWEEN_SCALES * font;
    String title = scale.words();
    String whole = title + " (" + scale.unit() + ")";
    boolean hasUnit = !scale.unit().isEmpty() && Lettering.width(whole, size, false) <= room;
    String fitted = Lettering.fitted(hasUnit ? whole : title, size, false, room);
    double at = bar.right() + 0.5 * size + numbers + 1.3 * font;
    double middle = bar.y() + bar.height() / 2;
    return new Text(fitted, at, middle, size, false, Text.Anchor.MIDDLE, true, palette.text());
  }

  private Text text(String words, double x, double y, boolean bold, Text.Anchor anchor, int rgb) {
    return new Text(words, x, y, size, bold, anchor, false, rgb);
  }

  /** Where the key of colours that are no numbers begins: its base line. */
  double[] key() {
    return new double[] {left, bottom() + 1.5 * size};
  }

  /**
   * What was pointed at.
   *
   * @param row of frames
   * @param column of frames
   * @param place {@code row · width + column} of the pixel in its frame
   */
  public record Hit(int row, int column, int place) {}

  /** What is at a place; empty beside the frames. */
  public Optional<Hit> hit(double x, double y) {
    for (int i = 0; i < frames.rows().size(); i++) {
      for (int j = 0; j < frames.columns().size(); j++) {
        Box box = frame(i, j);
        if (x < box.x() || x >= box.right() || y < box.y() || y >= box.bottom()) continue;
        int across = (int) ((x - box.x()) / box.width() * frames.shape().width());
        int down = (int) ((y - box.y()) / box.height() * frames.shape().height());
        return Optional.of(new Hit(i, j, down * frames.shape().width() + across));
      }
    }
    return Optional.empty();
  }
}
