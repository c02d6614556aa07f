package undercurrent.model.continuous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A process that returns to a mean of which nothing is known: the mean is one more dimension of the
 * state, does not change and starts exactly diffuse.
 */
public record AboutMean(StateProcess process) implements StateProcess {
  private static final double[][] NONE = {{0}};

  @Override
  public List<Quantity> quantities() {
    return process.quantities();
  }

  @Override
  public List<String> states() {
    List<String> states = new ArrayList<>(process.states());
    states.add("mean");
    return states;
  }

  @Override
  public int derivative(int dimension) {
    return dimension < process.states().size() ? process.derivative(dimension) : 0;
  }

  @Override
  public double[][] emission() {
    double[] row = process.emission()[0];
    double[] all = Arrays.copyOf(row, row.length + 1);
    all[row.length] = 1;
    return new double[][] {all};
  }

  @Override
  public ContinuousSystem system(double... natural) {
    return process.system(natural).and(ContinuousSystem.of(NONE, new double[][] {{1}}, NONE));
  }

  @Override
  public List<double[]> starts(double gaps, List<Double> peaks) {
    return process.starts(gaps, peaks);
  }
}
