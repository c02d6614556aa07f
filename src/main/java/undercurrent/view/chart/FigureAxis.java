package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import undercurrent.figure.Axis;
import undercurrent.figure.AxisText;
import undercurrent.figure.Lettering;
import undercurrent.figure.Range;
import undercurrent.figure.Tick;
import undercurrent.figure.Ticks;

/** An axis of a live chart with the tick marks that a figure has on paper. */
final class FigureAxis extends DefaultNumericAxis {
  private static final double PIXELS_FOR_DATE = 84;
  private static final double PIXELS_FOR_NUMBER = 46;
  private static final double PIXELS_DOWN = 30;

  /** The size of the letters of the window at its usual zoom, in pixels. */
  private static final double LETTERS = 13;

  private static final double SMALLEST = 0.6;
  private static final int ENOUGH = 12;
  private static final int LEAST = 3;
  private static final double EDGE_ACROSS = 14;
  private static final double EDGE_DOWN = 7;
  private final boolean across;
  private final Map<Double, String> labels = new HashMap<>();
  private Axis.Kind kind = Axis.Kind.NUMBER;
  private double scale = 1;
  private String words = "";

  FigureAxis(boolean across) {
    this.across = across;
    setAnimated(false);
    setAutoRanging(false);
    setAutoGrowRanging(false);
    setAutoUnitScaling(false);
    setMinorTickCount(0);
    setAxisLabelFormatter(new TickLabels(this));
    lengthProperty().addListener((o, before, now) -> name());
  }

  /** Takes over label and kind of a figure's axis. */
  void describe(Axis axis) {
    if (kind != axis.kind()) {
      kind = axis.kind();
      setOpacity(kind == Axis.Kind.NONE ? 0 : 1);
      invalidateRange();
    }
    words = AxisText.words(axis);
    name();
    setUnit(null);
  }

  /** Shows the whole name where it has room, and else the part after its comma. */
  private void name() {
    double size = LETTERS * scale;
    int comma = words.indexOf(", ");
    boolean isLong = comma > 0 && Lettering.width(words, size, false) > getLength();
    String fitting = isLong ? words.substring(comma + 2) : words;
    if (!fitting.equals(getName())) setName(fitting);
    // A name that is still longer than the axis has smaller letters.
    double share = getLength() / Lettering.width(fitting, size, false);
    String style =
        share > 0 && share < 1
            ? "-fx-font-size: 0." + hundredths(Math.max(SMALLEST, share - 0.01)) + "em"
            : "";
    if (!style.equals(getAxisLabel().getStyle())) getAxisLabel().setStyle(style);
  }

  /** Two digits of a share below 1, which the style has with a point in every language. */
  private static long hundredths(double share) {
    return Math.min(99, Math.round(100 * share));
  }

  /** Whether the name is not longer than the axis. */
  boolean isNamedWhole() {
    double size = getAxisLabel().getFont().getSize();
    return getOpacity() == 0 || Lettering.width(getName(), size, false) <= getLength() + 1;
  }

  /** How much larger than usual the letters are. */
  void letters(double fontScale) {
    scale = fontScale;
    name();
  }

  /** Shows exactly this stretch. */
  void show(Range range) {
    set(range.min(), range.max());
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList values) {
    double length = Math.max(1, getLength());
    double wide = kind.isInDays() ? PIXELS_FOR_DATE : PIXELS_FOR_NUMBER;
    int most = Math.clamp((int) (length / scale / (across ? wide : PIXELS_DOWN)), LEAST, ENOUGH);
    double edge = scale * (across ? EDGE_ACROSS : EDGE_DOWN);
    double pixel = (range.getMax() - range.getMin()) / length;
    double margin = edge * pixel;
    List<Tick> ticks = Ticks.of(kind, range.getMin(), range.getMax(), most);
    if (across && !ticks.isEmpty() && isCut(ticks.getFirst(), range, pixel)) {
      // Its label would be cut off at the left; the next one then has the year.
      double after = ticks.getFirst().value() + pixel;
      ticks = Ticks.of(kind, after, range.getMax(), most);
    }
    labels.clear();
    for (Tick tick : ticks) {
      // A label at the very end would be cut off, and a mark without one says nothing.
      if (tick.value() > range.getMax() - margin) continue;
      values.add(tick.value());
      labels.put(tick.value(), tick.label());
    }
  }

  private boolean isCut(Tick tick, AxisRange range, double pixel) {
    double half = Lettering.width(tick.label(), getTickLabelStyle().getFont().getSize(), false) / 2;
    return (tick.value() - range.getMin()) / pixel - half < -getAxisPadding();
  }

  String label(double value) {
    return labels.getOrDefault(value, "");
  }
}
