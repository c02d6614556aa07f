package undercurrent.model.density;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.flow.Flow;

/**
 * A density on the cells of a map.
 *
 * @param hour of the week
 * @param x middle of each column, of the second of two channels for a track: the longitude
 * @param y middle of each row, from below
 * @param density of each cell {@code [rows][columns]}, per standardised unit of area
 */
public record DensityGrid(int hour, double[] x, double[] y, double[][] density) {
  private static final double REACH = 2.4;

  /**
   * On so many cells each way, over most of the data.
   *
   * @param across the channel to the right
   * @param up the channel upwards
   */
  public static DensityGrid of(DensityModel model, int hour, int cells, int across, int up) {
    int size = model.observationSize();
    Tape tape = new Tape(model.parameters(), false);
    Value points = tape.input(cells * cells, size);
    Value context = tape.input(cells * cells, HourOfWeek.FEATURES);
    Flow.Mapped base = model.given(context).toBase(tape, points);
    Value determinant = base.logDeterminant(tape);
    double[] places = new double[cells];
    for (int i = 0; i < cells; i++) places[i] = REACH * (2 * (i + 0.5) / cells - 1);
    float[] features = HourOfWeek.features(hour);
    for (int i = 0; i < cells * cells; i++) {
      points.set(i, up, places[i / cells]);
      points.set(i, across, places[i % cells]);
      System.arraycopy(features, 0, context.data(), i * HourOfWeek.FEATURES, HourOfWeek.FEATURES);
    }
    tape.forward();
    double[][] density = new double[cells][cells];
    for (int i = 0; i < cells * cells; i++) {
      double sum = determinant.get(i, 0) - size * 0.5 * StrictMath.log(2 * Math.PI);
      for (int d = 0; d < size; d++) {
        double u = base.value().get(i, d);
        sum -= 0.5 * u * u;
      }
      density[i / cells][i % cells] = StrictMath.exp(sum);
    }
    double[] x = new double[cells];
    double[] y = new double[cells];
    for (int i = 0; i < cells; i++) {
      x[i] = model.rows().toFile(across, places[i]);
      y[i] = model.rows().toFile(up, places[i]);
    }
    return new DensityGrid(hour, x, y, density);
  }
}
