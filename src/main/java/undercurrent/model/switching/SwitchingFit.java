package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.Fit;
import undercurrent.model.FitState;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesSet;

/**
 * A switching linear model of a data set, from one linear system of all of it: that is learned
 * first, then taken apart into regimes. It sees the rows as the deep models do, standardised on the
 * training part; a series is seen whole. Not thread-safe.
 */
public final class SwitchingFit implements Fit {
  /** Iterations of EM for the one system; a rough one is enough to begin with. */
  private static final int BEFORE = 40;

  private final Dataset data;
  private final int latentSize;
  private final int regimes;
  private final long seed;
  private @Nullable SwitchingLearning learning;

  private SwitchingFit(int latentSize, int regimes, Dataset data, long seed) {
    this.data = data;
    this.latentSize = latentSize;
    this.regimes = regimes;
    this.seed = seed;
    // Refuses data that no linear system explains, before anything is learned.
    ExactModel.of(one(latentSize), data, seed);
  }

  /** From the start when it has not begun. */
  private SwitchingLearning learning() {
    SwitchingLearning known = learning;
    if (known != null) return known;
    SwitchingLearning begun = begin();
    learning = begun;
    return begun;
  }

  private SwitchingLearning begin() {
    ExactModel whole = ExactModel.of(one(latentSize), data, seed);
    for (int i = 0; i < BEFORE && !whole.isConverged(); i++) whole.step();
    List<double[][]> states = new ArrayList<>();
    for (int s = 0; s < data.whole().size(); s++) {
      int end = end(Part.TRAINING, s);
      if (end == 0) continue;
      FilterResult filter = whole.filters(s, end, 0).getFirst();
      states.add(KalmanSmoother.smooth(filter).smoothedMeans());
    }
    Randomness randomness = Randomness.of(seed).named("regimes");
    SwitchingModel start =
        new RegimeStart(whole.learner().system(0), states, regimes).model(randomness);
    return new SwitchingLearning(start, training());
  }

  private static ExactPlan one(int latentSize) {
    return new ExactPlan("switching", new ExactForm.Joint(latentSize, false), TransformKind.NONE);
  }

  /**
   * As it is before the first iteration.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  public static SwitchingFit of(int latentSize, int regimes, Dataset data, long seed) {
    return new SwitchingFit(latentSize, regimes, data, seed);
  }

  /** The best model so far. */
  public SwitchingModel model() {
    return learning().model();
  }

  /** The data that it belongs to. */
  public Dataset dataset() {
    return data;
  }

  @Override
  public void prepare() {
    learning();
  }

  @Override
  public double[] state() {
    SwitchingModel model = model();
    FitState state = FitState.empty().put(isConverged());
    state.put(model.initial());
    for (double[] row : model.transition()) state.put(row);
    model.regimes().forEach(regime -> regime.system().write(state));
    return state.numbers();
  }

  @Override
  public void restore(double[] state) {
    FitState from = FitState.of(state);
    boolean isConverged = from.nextBoolean();
    double[] initial = from.next(regimes);
    double[][] transition = new double[regimes][];
    for (int k = 0; k < regimes; k++) transition[k] = from.next(regimes);
    List<LinearSystem> systems = new ArrayList<>();
    for (int k = 0; k < regimes; k++) systems.add(sized().read(from));
    from.requireEnd();
    SwitchingModel model = SwitchingModel.of(systems, initial, transition);
    learning = SwitchingLearning.at(model, training(), isConverged);
  }

  /** A system of the right sizes. */
  private LinearSystem sized() {
    int n = latentSize;
    int m = data.observationSize();
    return LinearSystem.of(new double[n][n], new double[n][n], new double[m][n], new double[m][m]);
  }

  /** The rows that are learned from, series by series. */
  private List<double[][]> training() {
    List<double[][]> series = new ArrayList<>();
    for (int s = 0; s < data.whole().size(); s++) {
      int end = end(Part.TRAINING, s);
      if (end > 0) series.add(rows(s, end, 0));
    }
    return series;
  }

  @Override
  public void step() {
    learning().step();
  }

  @Override
  public boolean isConverged() {
    return learning().isConverged();
  }

  /**
   * log p per time step of the rows of a part, each given all rows before it, as the interacting
   * filter approximates it.
   */
  @Override
  public double perStep(Part part) {
    double sum = 0;
    long steps = 0;
    SeriesSet set = data.source();
    for (int s = 0; s < set.series().size(); s++) {
      int from = set.split().start(part, s, set.series().get(s).length());
      int to = end(part, s);
      if (to <= from) continue;
      double[] terms = InteractingFilter.filter(model(), rows(s, to, 0)).logLikelihoods();
      sum += Arrays.stream(terms, from, to).sum();
      steps += to - from;
    }
    return steps == 0 ? Double.NaN : sum / steps;
  }

  private int end(Part part, int series) {
    SeriesSet set = data.source();
    return set.split().end(part, series, set.series().get(series).length());
  }

  /** The first rows of a series in the model's units, and rows after them that are not seen. */
  public double[][] rows(int series, int seen, int unseen) {
    Sequence whole = data.whole().get(series);
    int size = data.observationSize();
    double[][] rows = new double[seen + unseen][size];
    for (int t = 0; t < rows.length; t++) {
      for (int d = 0; d < size; d++) {
        boolean isSeen = t < seen && whole.mask()[t * size + d] != 0;
        rows[t][d] = isSeen ? whole.values()[t * size + d] : Double.NaN;
      }
    }
    return rows;
  }
}
