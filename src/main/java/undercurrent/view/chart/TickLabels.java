package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.AxisLabelFormatter;
import io.fair_acc.chartfx.axes.spi.format.AbstractFormatter;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/** Hands the axis the labels that it computed with its tick marks. */
final class TickLabels extends AbstractFormatter implements AxisLabelFormatter {
  private final FigureAxis axis;

  TickLabels(FigureAxis axis) {
    super(axis);
    this.axis = axis;
  }

  @Override
  protected void rangeUpdated() {
    labelCache.clear();
  }

  @Override
  public void updateFormatter(DoubleArrayList ticks, double unitScaling) {
    super.updateFormatter(ticks, unitScaling);
    labelCache.clear();
  }

  @Override
  public String toString(Number value) {
    return axis.label(value.doubleValue());
  }

  @Override
  public Number fromString(String text) {
    return Double.valueOf(text);
  }
}
