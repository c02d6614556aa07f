package undercurrent.inference;

import java.util.Optional;
import java.util.function.Consumer;
import undercurrent.model.Conditioning;
import undercurrent.model.Dependencies;

/**
 * Estimates a series with a model as it is at the call. The same question gives the same numbers.
 * Not thread-safe, unless {@link #isThreadSafe} says so.
 */
public interface Estimator {
  /** The band's level of later calls; 0.9 at the start. */
  Estimator level(double level);

  /** The band's level. */
  double level();

  /**
   * How many sample paths or particles are used, where that is not the model's affair; more is
   * smoother and slower.
   */
  default Estimator paths(int paths) {
    return this;
  }

  /** Whether several threads may ask at a time, while the model does not change. */
  default boolean isThreadSafe() {
    return false;
  }

  /** p(zₜ, xₜ | x₁:ₜ) for a whole series. */
  default Estimate filtered(int series) {
    return online(series).filtered();
  }

  /** p(zₜ, xₜ | x₁:ₜ₋₁) for a whole series. */
  default Estimate predicted(int series) {
    return online(series).predicted();
  }

  /** Filtered and predicted in one pass over a whole series. */
  Online online(int series);

  /** Whether it can use the rows after a row; else {@link #smoothed} is what is filtered. */
  default boolean smooths() {
    return true;
  }

  /** p(zₜ, xₜ | x₁:T) for a whole series. */
  Estimate smoothed(int series);

  /**
   * The filtered, predicted or smoothed rows of a whole series from the first to the last: where
   * the model can, some thousand at a time, each of which it makes when the one before was taken.
   */
  default void inBlocks(Conditioning conditioning, int series, Consumer<Estimate> taker) {
    taker.accept(
        switch (conditioning) {
          case FILTERED -> filtered(series);
          case PREDICTED -> predicted(series);
          case SMOOTHED -> smoothed(series);
          case FORECAST -> throw new IllegalArgumentException(conditioning.name());
        });
  }

  /** p(x | x₁:seen) for the {@code horizon} rows after the first {@code seen} of a series. */
  Estimate forecast(int series, int seen, int horizon);

  /** What the model has learned in addition to the states: matrices and errors of filters. */
  default Findings findings() {
    return Findings.NONE;
  }

  /** How the particles degenerate over a whole series, of a filter whose particles are kept. */
  default Optional<Degeneracy> degeneracy(int series) {
    return Optional.empty();
  }

  /** A density of rows by themselves, on maps. */
  default Optional<DensityMaps> density() {
    return Optional.empty();
  }

  /** The same at each hour of the week, where the hours differ. */
  default Optional<DensityMaps> densityWeek() {
    return Optional.empty();
  }

  /** The noise of a model whose equations are known. */
  default Optional<KnownNoise> noise() {
    return Optional.empty();
  }

  /** Learned parameters of known equations, where there are some. */
  default Optional<SystemParameters> parameters() {
    return Optional.empty();
  }

  /** Where the mean of the transition leads around the states of an estimate, where it is known. */
  default Optional<TransitionField> field(Estimate estimate) {
    return Optional.empty();
  }

  /** Which steps the distributions of the model depend on; empty where this is not found. */
  default Optional<Dependencies> dependencies() {
    return Optional.empty();
  }

  /** How far a gated transition follows its network along an estimate; of no other transition. */
  default Optional<GateActivation> gates(Estimate estimate) {
    return Optional.empty();
  }

  /** How modes are mixed along the series of an estimate; of no other model. */
  default Optional<ModePath> modes(Estimate estimate) {
    return Optional.empty();
  }

  /** Its states as quantities of a known system; empty of models without one. */
  default Optional<PhysicalReading> physical(Estimate estimate) {
    return Optional.empty();
  }

  /**
   * Fills in rows that are hidden on purpose; empty for models that do not encode rows one by one.
   *
   * @param most series of the part that is scored that are looked at
   */
  default Optional<Imputer> imputer(int most) {
    return Optional.empty();
  }

  /** How well rows that are hidden on purpose are filled in, of some series. */
  default Optional<Imputation> imputation() {
    return imputer(Imputation.SOME).map(Imputer::measure);
  }

  /**
   * How the model computes the state at a row; empty where this is not known.
   *
   * @param place of the channel in question, among the observed ones
   */
  default Optional<RowTrace> trace(int series, int row, int place) {
    return RowTrace.of(online(series), row);
  }

  /**
   * How much the log-likelihood of the first rows of a series changes from one set of drawn
   * particles to another, as a variance in nats²; NaN where nothing is drawn.
   */
  default double logLikelihoodVariance(int series, int rows) {
    return Double.NaN;
  }

  /**
   * Whether there is noise in an observed channel. Without, its filtered and smoothed observations
   * are those that were seen, and say nothing of the model.
   */
  default boolean isNoisy(int place) {
    return true;
  }

  /**
   * Both estimates that do not look ahead, from one pass.
   *
   * @param logLikelihood of the series in the model's units, in nats; of a deep model estimated by
   *     particles
   */
  record Online(Estimate filtered, Estimate predicted, double logLikelihood) {}
}
