package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.Zoomer;
import javafx.scene.layout.HBox;

/**
 * Zooms a chart by dragging, without the buttons and the slider over the plot that the library
 * adds: their icons need two more fonts.
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
