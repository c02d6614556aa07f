package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import undercurrent.figure.Axis;
import undercurrent.figure.AxisText;
import undercurrent.figure.Range;
import undercurrent.figure.Tick;
import undercurrent.figure.Ticks;

/** An axis of a live chart with the tick marks that a figure has on paper. */
final class FigureAxis extends DefaultNumericAxis {
  private static final double PIXELS_FOR_DATE = 84;
  private static final double PIXELS_FOR_NUMBER = 46;
  private static final double PIXELS_DOWN = 30;
  private static final int ENOUGH = 12;
  private static final int LEAST = 3;
  private static final double EDGE_ACROSS = 14;
  private static final double EDGE_DOWN = 7;
  private final boolean across;
  private final Map<Double, String> labels = new HashMap<>();
  private Axis.Kind kind = Axis.Kind.NUMBER;
  private double scale = 1;

  FigureAxis(boolean across) {
    this.across = across;
    setAnimated(false);
    setAutoRanging(false);
    setAutoGrowRanging(false);
    setAutoUnitScaling(false);
    setMinorTickCount(0);
    setAxisLabelFormatter(new TickLabels(this));
  }

  /** Takes over label and kind of a figure's axis. */
  void describe(Axis axis) {
    if (kind != axis.kind()) {
      kind = axis.kind();
      setOpacity(kind == Axis.Kind.NONE ? 0 : 1);
      invalidateRange();
    }
    setName(AxisText.words(axis));
    setUnit(null);
  }

  /** How much larger than usual the letters are. */
  void letters(double fontScale) {
    scale = fontScale;
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
    double margin = edge * (range.getMax() - range.getMin()) / length;
    List<Tick> ticks = Ticks.of(kind, range.getMin(), range.getMax(), most);
    labels.clear();
    for (Tick tick : ticks) {
      // A label at the very end would be cut off, and a mark without one says nothing.
      if (tick.value() > range.getMax() - margin) continue;
      values.add(tick.value());
      labels.put(tick.value(), tick.label());
    }
  }

  String label(double value) {
    return labels.getOrDefault(value, "");
  }
}
