package undercurrent.model.normalizing;

import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Trainable;
import undercurrent.model.flow.ElementwiseFlow;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.IdentityFlow;
import undercurrent.model.flow.LogFlow;
import undercurrent.model.flow.RealNvp;
import undercurrent.model.flow.SinhArcsinhFlow;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * A normalizing Kalman filter (de Bézenac et al., "Normalizing Kalman Filters for Multivariate Time
 * Series Analysis", NeurIPS 2020):
 *
 * <pre>
 *   zₜ = F zₜ₋₁ + N(0, Q)      uₜ = H zₜ + N(0, R)      xₜ = f(uₜ), f a flow
 *   log p(x₁:T) = log p(u₁:T) + Σₜ log |det ∂f⁻¹/∂xₜ|      with u = f⁻¹(x), exactly
 * </pre>
 *
 * A time step of which nothing was observed has neither a density nor a determinant.
 *
 * @param observationSize D
 */
public record NormalizingFilter(
    Parameters parameters, int observationSize, Flow flow, BaseDynamics dynamics)
    implements Trainable {

  /**
   * A model for a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the flow cannot take the data
   */
  public static NormalizingFilter of(NormalizingSettings settings, Dataset data, long seed) {
    FlowChecks.require(settings, data);
    int size = data.observationSize();
    double[] zero = new double[size];
    for (int d = 0; d < size; d++) {
      zero[d] = data.preparation().shift(d) / data.preparation().scale(d);
    }
    return of(settings, size, zero, seed);
  }

  /**
   * A model with freshly drawn weights.
   *
   * @param zero how far the file's zero lies below that of the model, {@code [D]}
   */
  static NormalizingFilter of(NormalizingSettings settings, int size, double[] zero, long seed) {
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    Flow flow =
        switch (settings.flow()) {
          case ELEMENTWISE -> new SinhArcsinhFlow(parameters, size);
          case LOG -> new LogFlow(zero);
          case NONE -> new IdentityFlow();
          case COUPLING -> {
            FlowShape shape = new FlowShape(size, settings.flowLayers(), settings.flowUnits(), 1);
            yield new RealNvp(parameters, shape, random);
          }
        };
    BaseDynamics dynamics =
        switch (settings.dynamics()) {
          case LEVEL -> new ChannelBlocks(parameters, size, BlockForm.level());
          case TREND -> new ChannelBlocks(parameters, size, BlockForm.trend());
          case SEASONAL ->
              new ChannelBlocks(parameters, size, BlockForm.seasonal(settings.season()));
          case LINEAR -> new FreeDynamics(parameters, size, settings.latentSize(), random);
        };
    return new NormalizingFilter(parameters, size, flow, dynamics);
  }

  @Override
  public int latentSize() {
    return dynamics.latentSize();
  }

  @Override
  public NormalizingObjective record(Tape tape, int steps, int batch) {
    return new NormalizingObjective(this, tape, steps, batch);
  }

  /** The linear-Gaussian model of the base space, as it is now. */
  public LinearSystem system() {
    return dynamics.system();
  }

  /**
   * A series in the base space.
   *
   * @param u f⁻¹(x), NaN where nothing was observed, {@code [T][D]}
   * @param logDerivatives of the observed numbers, summed over each row, {@code [T]}
   */
  public record InBase(double[][] u, double[] logDerivatives) {}

  /**
   * f⁻¹ of the first rows of a sequence; an element-wise flow is applied in double precision.
   *
   * @param unseen rows after them, of which nothing was observed
   */
  public InBase toBase(Sequence sequence, int seen, int unseen) {
    int size = observationSize;
    double[][] u = new double[seen + unseen][size];
    double[] logs = new double[seen + unseen];
    for (double[] row : u) java.util.Arrays.fill(row, Double.NaN);
    if (seen == 0) return new InBase(u, logs);
    Rows rows = flow instanceof ElementwiseFlow each ? alone(each) : together(sequence, seen);
    for (int t = 0; t < seen; t++) {
      for (int d = 0; d < size; d++) {
        int at = t * size + d;
        if (sequence.mask()[at] == 0) continue;
        u[t][d] = rows.base(d, at, sequence.values()[at]);
        logs[t] += rows.logDerivative(d, at, sequence.values()[at]);
      }
    }
    return new InBase(u, logs);
  }

  /** f⁻¹ of single numbers, of channel d at a place of the sequence. */
  private interface Rows {
    double base(int d, int at, double x);

    double logDerivative(int d, int at, double x);
  }

  private static Rows alone(ElementwiseFlow flow) {
    return new Rows() {
      @Override
      public double base(int d, int at, double x) {
        return flow.curve(d).toBase(x);
      }

      @Override
      public double logDerivative(int d, int at, double x) {
        return flow.curve(d).logDerivative(x);
      }
    };
  }

  private Rows together(Sequence sequence, int seen) {
    Tape tape = new Tape(parameters, false);
    Value x = tape.input(seen, observationSize);
    System.arraycopy(sequence.values(), 0, x.data(), 0, x.size());
    Flow.Mapped mapped = flow.toBase(tape, x);
    tape.forward();
    return new Rows() {
      @Override
      public double base(int d, int at, double value) {
        return mapped.value().data()[mapped.value().offset() + at];
      }

      @Override
      public double logDerivative(int d, int at, double value) {
        Value logs = mapped.logDerivatives();
        return logs.data()[logs.offset() + at];
      }
    };
  }

  /** The exact filter of the base space. */
  public FilterResult filter(InBase base) {
    return KalmanFilter.filter(system(), Observations.of(base.u()));
  }

  /** What number i of the latent state is called. */
  public String latentName(int i) {
    return dynamics.latentName(i);
  }
}
