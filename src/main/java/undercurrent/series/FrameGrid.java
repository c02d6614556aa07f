package undercurrent.series;

import java.util.List;

/**
 * Where the cells of a field lie on the Earth.
 *
 * @param latitudes of its rows, in degrees, from north to south
 * @param longitudes of its columns, in degrees east, increasing; from −180 or from 0 on
 */
public record FrameGrid(List<Double> latitudes, List<Double> longitudes) {
  public FrameGrid {
    latitudes = List.copyOf(latitudes);
    longitudes = List.copyOf(longitudes);
  }
}
