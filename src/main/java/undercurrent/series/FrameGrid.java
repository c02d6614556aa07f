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

  /** Degrees of latitude from a row to the next below; 0 of a single row. */
  public double rowStep() {
    return (latitudes.getFirst() - latitudes.getLast()) / Math.max(1, latitudes.size() - 1);
  }

  /** Degrees of longitude from a column to the next; 0 of a single column. */
  public double columnStep() {
    return (longitudes.getLast() - longitudes.getFirst()) / Math.max(1, longitudes.size() - 1);
  }
}
