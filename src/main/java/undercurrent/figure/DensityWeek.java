package undercurrent.figure;

import java.util.Arrays;
import undercurrent.inference.DensityMaps;
import undercurrent.model.density.DensityGrid;
import undercurrent.series.SeriesSet;

/** A density on a map, hour by hour through the week, with one scale of colours. */
final class DensityWeek implements MovingFigure {
  static final String ID = "density-week";

  /** A day takes four seconds. */
  private static final double PER_SECOND = 6;

  private final DensityFigure figure;
  private final DensityMaps maps;
  private final double largest;

  DensityWeek(SeriesSet set, DensityMaps maps) {
    this.maps = maps;
    figure = new DensityFigure(set, maps);
    largest =
        maps.maps().stream()
            .map(DensityGrid::density)
            .flatMapToDouble(cells -> Arrays.stream(cells).flatMapToDouble(Arrays::stream))
            .max()
            .orElse(0);
  }

  @Override
  public int length() {
    return maps.maps().size();
  }

  @Override
  public Figure at(int moment) {
    return figure.alone(moment, largest);
  }

  @Override
  public String words(int moment) {
    return DensityFigure.hour(maps.maps().get(moment));
  }

  /** An hour of every week is no time of the series. */
  @Override
  public double time(int moment) {
    return Double.NaN;
  }

  @Override
  public double perSecond() {
    return PER_SECOND;
  }
}
