package undercurrent.model.density;

import java.util.HashMap;
import java.util.Map;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.flow.Flow;

/** Points drawn from a density at an hour of the week; those of an hour are drawn once. */
public final class DensityDraws {
  private final DensityModel model;
  private final Tape tape;
  private final Value u;
  private final Value context;
  private final Value x;
  private final Map<Integer, double[][]> known = new HashMap<>();

  /**
   * @param count points of an hour
   */
  public DensityDraws(DensityModel model, int count, Randomness randomness) {
    this.model = model;
    tape = new Tape(model.parameters(), false);
    u = tape.input(count, model.observationSize());
    context = tape.input(count, HourOfWeek.FEATURES);
    Flow flow = model.given(context);
    x = flow.toData(tape, u).value();
    randomness.normals(u.data(), 0, u.size());
  }

  /**
   * The points of an hour in the file's units.
   *
   * @return a channel a row, {@code [D][count]}
   */
  public double[][] at(int hour) {
    return known.computeIfAbsent(hour, this::draw);
  }

  private double[][] draw(int hour) {
    float[] features = HourOfWeek.features(hour);
    for (int k = 0; k < u.rows(); k++) {
      System.arraycopy(features, 0, context.data(), k * HourOfWeek.FEATURES, HourOfWeek.FEATURES);
    }
    tape.forward();
    double[][] points = new double[u.columns()][u.rows()];
    for (int k = 0; k < u.rows(); k++) {
      for (int d = 0; d < points.length; d++) points[d][k] = model.rows().toFile(d, x.get(k, d));
    }
    return points;
  }
}
