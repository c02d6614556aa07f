package undercurrent.figure;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.series.FrameGrid;
import undercurrent.series.FrameShape;

/** Draws frames with their names, the coastline under fields, and the bars of their scales. */
final class FramesPainter {
  private static final int SHADES = 64;
  private static final double COAST = 0.75;
  private final Sizes sizes;
  private final Palette palette;
  private final Pen pen;
  private final boolean dark;

  FramesPainter(Sizes sizes, Palette palette, Pen pen) {
    this.sizes = sizes;
    this.palette = palette;
    this.pen = pen;
    dark = palette == Palette.DARK;
  }

  void paint(Frames frames, Box room) {
    FramesLayout layout = new FramesLayout(frames, room, sizes);
    FramePixels[] scales = new FramePixels[frames.scales().size()];
    for (int k = 0; k < scales.length; k++) {
      FrameScale scale = frames.scales().get(k);
      scales[k] = new FramePixels(frames.shape(), scale.low(), scale.high(), dark);
    }
    boolean[] mask = frames.shape().mask();
    Coast coast = Coast.of(frames.shape());
    for (int i = 0; i < frames.rows().size(); i++) {
      for (int j = 0; j < frames.columns().size(); j++) {
        frame(frames.frame(i, j), layout.frame(i, j), frames.shape(), scales, mask, coast);
      }
    }
    if (sizes.bare()) return;
    mark(frames, layout);
    for (int k = 0; k < scales.length; k++) bar(layout.bar(k), frames.scales().get(k), scales[k]);
    layout.texts(palette).forEach(pen::text);
    if (layout.hasKey()) key(frames, layout.key());
  }

  private void frame(
      Frames.Frame frame,
      Box box,
      FrameShape shape,
      FramePixels[] scales,
      boolean[] mask,
      Coast coast) {
    double thin = 0.07 * sizes.font();
    if (!frame.isKnown()) {
      outline(box, new Colour(palette.frame(), 0.5), thin, 0.2 * sizes.font(), 0.3 * sizes.font());
      return;
    }
    if (frame.isHidden() && isEmpty(frame.values())) {
      pen.area(new double[][] {box.ring()}, Colour.solid(missing()));
      Colour cross = Colour.solid(palette.quietText());
      pen.line(new double[] {box.x(), box.y(), box.right(), box.bottom()}, cross, thin);
      pen.line(new double[] {box.x(), box.bottom(), box.right(), box.y()}, cross, thin);
    } else {
      int[] pixels = scales[frame.scale()].pixels(frame.values());
      for (int i = 0; i < pixels.length; i++) {
        int place = i * shape.channels();
        if (!Double.isNaN(frame.values()[place])) continue;
        pixels[i] = 0xFF000000 | (mask[place] ? missing() : land());
      }
      pen.image(box, shape.width(), shape.height(), pixels);
      coast.paint(box, pen, new Colour(palette.text(), COAST), 0.08 * sizes.font());
    }
    outline(box, Colour.solid(palette.frame()), thin);
  }

  private static boolean isEmpty(double[] values) {
    return Arrays.stream(values).allMatch(Double::isNaN);
  }

  /** A grey that is neither the middle of a scale nor one of its ends. */
  private int land() {
    return Palette.mixed(palette.background(), palette.text(), 0.28);
  }

  /** A tint that no number has on any scale. */
  private int missing() {
    return Palette.mixed(palette.background(), palette.of(Ink.PURPLE), 0.35);
  }

  private void outline(Box box, Colour colour, double width, double... dashes) {
    double[] ring = Arrays.copyOf(box.ring(), 10);
    ring[8] = ring[0];
    ring[9] = ring[1];
    pen.line(ring, colour, width, dashes);
  }

  /** A line around the frames of the marked column. */
  private void mark(Frames frames, FramesLayout layout) {
    if (frames.marked() < 0) return;
    Box first = layout.frame(0, frames.marked());
    Box last = layout.frame(frames.rows().size() - 1, frames.marked());
    double around = 0.25 * sizes.font();
    Box box =
        new Box(
            first.x() - around,
            first.y() - around,
            first.width() + 2 * around,
            last.bottom() - first.y() + 2 * around);
    outline(box, Colour.solid(palette.text()), 0.12 * sizes.font());
  }

  private void bar(Box bar, FrameScale scale, FramePixels pixels) {
    if (pixels.isColour()) return;
    int[] column = new int[SHADES];
    for (int i = 0; i < SHADES; i++) {
      double share = 1 - (i + 0.5) / SHADES;
      double value = scale.low() + share * (scale.high() - scale.low());
      column[i] = 0xFF000000 | pixels.rgb(value);
    }
    pen.image(bar, 1, SHADES, column);
    outline(bar, Colour.solid(palette.frame()), 0.07 * sizes.font());
  }

  private void key(Frames frames, double[] at) {
    double x = at[0];
    if (frames.hasLand()) {
      String land = Words.of(frames.shape().grid().isPresent() ? "key.land" : "key.noCell");
      x = entry(land, land(), x, at[1]);
    }
    if (frames.hasMissing()) entry(Words.of("key.missing"), missing(), x, at[1]);
  }

  private double entry(String words, int rgb, double x, double base) {
    double size = sizes.tick();
    Box box = new Box(x, base - 0.75 * size, 0.8 * size, 0.8 * size);
    pen.area(new double[][] {box.ring()}, Colour.solid(rgb));
    outline(box, Colour.solid(palette.frame()), 0.05 * sizes.font());
    Text text =
        new Text(
            words,
            box.right() + 0.4 * size,
            base,
            size,
            false,
            Text.Anchor.START,
            false,
            palette.quietText());
    pen.text(text);
    return box.right() + 0.4 * size + text.width() + 1.5 * size;
  }

  /** The coastline within a field, in shares of its box; of pictures none. */
  private record Coast(double[][] rings) {
    static Coast of(FrameShape shape) {
      Optional<FrameGrid> grid = shape.grid();
      if (grid.isEmpty() || shape.height() < 2 || shape.width() < 2) {
        return new Coast(new double[0][]);
      }
      double north = grid.get().latitudes().getFirst();
      double south = grid.get().latitudes().getLast();
      double west = grid.get().longitudes().getFirst();
      double east = grid.get().longitudes().getLast();
      double rise = grid.get().rowStep();
      double step = grid.get().columnStep();
      Range across = new Range(west - step / 2, east + step / 2);
      Range up = new Range(south - rise / 2, north + rise / 2);
      double[][] rings = Coastline.within(across, up);
      for (double[] ring : rings) {
        for (int i = 0; i < ring.length; i += 2) {
          ring[i] = (ring[i] - across.min()) / across.span();
          ring[i + 1] = (up.max() - ring[i + 1]) / up.span();
        }
      }
      return new Coast(rings);
    }

    void paint(Box box, Pen pen, Colour colour, double width) {
      for (double[] ring : rings) {
        double[] line = new double[ring.length + 2];
        for (int i = 0; i < line.length; i += 2) {
          line[i] = box.x() + ring[i % ring.length] * box.width();
          line[i + 1] = box.y() + ring[(i + 1) % ring.length] * box.height();
        }
        pen.line(line, colour, width);
      }
    }
  }
}
