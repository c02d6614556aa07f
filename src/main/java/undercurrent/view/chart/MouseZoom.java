package undercurrent.view.chart;

import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.MouseEventsHelper;
import io.fair_acc.chartfx.plugins.Zoomer;
import javafx.scene.layout.HBox;

/**
 * Zooms a chart by dragging and by the wheel, and moves it by dragging with the middle button or
 * with Alt, without the buttons and the slider over the plot that the library adds: their icons
 * need two more fonts.
 */
final class MouseZoom extends Zoomer {
  MouseZoom() {
    super(AxisMode.XY, false);
    setAddButtonsToToolBar(false);
    setAutoZoomEnabled(false);
    setSliderVisible(false);
    // Mice of notebooks have no button in the middle.
    setPanMouseFilter(
        e ->
            MouseEventsHelper.isOnlyMiddleButtonDown(e)
                || (e.isAltDown() && MouseEventsHelper.isOnlyPrimaryButtonDown(e)));
  }

  @Override
  public HBox getZoomInteractorBar() {
    return new HBox();
  }
}
