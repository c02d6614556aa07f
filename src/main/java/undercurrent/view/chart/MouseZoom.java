package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.Zoomer;
import javafx.scene.layout.HBox;

/**
 * Zooms a chart by dragging. The one of the library makes buttons with icons of two fonts, and a
 * slider over the plot, which are left out.
 */
final class MouseZoom extends Zoomer {
  MouseZoom() {
    super(AxisMode.XY, false);
    setAddButtonsToToolBar(false);
    setAutoZoomEnabled(false);
    setSliderVisible(false);
  }

  @Override
  public HBox getZoomInteractorBar() {
    return new HBox();
  }
}
