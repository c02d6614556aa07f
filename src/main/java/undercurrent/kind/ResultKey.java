package undercurrent.kind;

import java.util.List;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.DensityMaps;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.Findings;
import undercurrent.inference.GateActivation;
import undercurrent.inference.Imputation;
import undercurrent.inference.KnownNoise;
import undercurrent.inference.ModePath;
import undercurrent.inference.PhysicalReading;
import undercurrent.inference.PitHistogram;
import undercurrent.inference.SystemParameters;
import undercurrent.inference.TransitionField;
import undercurrent.model.Dependencies;
import undercurrent.series.SeriesSet;
import undercurrent.training.Curve;

/**
 * What figures are drawn from; the key of a value in {@link Results}. A kind with results of its
 * own makes keys of its own.
 *
 * @param name by which the words have what it is called
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // The type is that of the value in Results.
public record ResultKey<T>(String name) {
  public static final ResultKey<SeriesSet> SET = new ResultKey<>("SET");

  /** The data as they were read, where they were edited by hand. */
  public static final ResultKey<SeriesSet> ORIGINAL = new ResultKey<>("ORIGINAL");

  /** The index of the series that is watched. */
  public static final ResultKey<Integer> SERIES = new ResultKey<>("SERIES");

  /** The index of the channel that is watched, in the set's channels. */
  public static final ResultKey<Integer> CHANNEL = new ResultKey<>("CHANNEL");

  /** The moment of the time cursor, in the unit of the time axis. */
  public static final ResultKey<Double> CURSOR = new ResultKey<>("CURSOR");

  public static final ResultKey<Curve> CURVE = new ResultKey<>("CURVE");

  /** Filtered as far as the forecast has seen, then the forecast. */
  public static final ResultKey<List<Estimate>> SEEN = new ResultKey<>("SEEN");

  /** Of each row of the whole series after all rows before it. */
  public static final ResultKey<Estimate> PREDICTED = new ResultKey<>("PREDICTED");

  /** Of the whole series. */
  public static final ResultKey<Estimate> SMOOTHED = new ResultKey<>("SMOOTHED");

  /** How probable the observations were before they were seen. */
  public static final ResultKey<PitHistogram> PIT = new ResultKey<>("PIT");

  /** The exact estimates of a linear model, to be drawn as thin lines. */
  public static final ResultKey<List<Estimate>> BESIDE = new ResultKey<>("BESIDE");

  /** What the model has learned beside the states. */
  public static final ResultKey<Findings> FINDINGS = new ResultKey<>("FINDINGS");

  /** What a linear model leaves unexplained. */
  public static final ResultKey<Diagnosis> DIAGNOSIS = new ResultKey<>("DIAGNOSIS");

  /** How many of the particles count. */
  public static final ResultKey<Degeneracy> DEGENERACY = new ResultKey<>("DEGENERACY");

  /** A density of rows on maps. */
  public static final ResultKey<DensityMaps> DENSITY = new ResultKey<>("DENSITY");

  /** The same at each hour of the week. */
  public static final ResultKey<DensityMaps> DENSITY_WEEK = new ResultKey<>("DENSITY_WEEK");

  /** The standard error of the criterion of the training part, where it is drawn. */
  public static final ResultKey<Double> CRITERION_ERROR = new ResultKey<>("CRITERION_ERROR");

  /** Where the transition leads. */
  public static final ResultKey<TransitionField> FIELD = new ResultKey<>("FIELD");

  /** How far a gated transition follows its network. */
  public static final ResultKey<GateActivation> GATES = new ResultKey<>("GATES");

  /** How modes are mixed along the series. */
  public static final ResultKey<ModePath> MODES = new ResultKey<>("MODES");

  /** Latent states as physical quantities. */
  public static final ResultKey<PhysicalReading> PHYSICAL = new ResultKey<>("PHYSICAL");

  /** How well rows that are hidden on purpose are filled in. */
  public static final ResultKey<Imputation> IMPUTATION = new ResultKey<>("IMPUTATION");

  /** The parameters that can be set by hand, as they are. */
  public static final ResultKey<List<AdjustableParameter>> ADJUSTABLE =
      new ResultKey<>("ADJUSTABLE");

  /** The criterion of the training part of a model whose parameters were set by hand. */
  public static final ResultKey<Double> BY_HAND = new ResultKey<>("BY_HAND");

  /** Which steps the distributions of a model depend on. */
  public static final ResultKey<Dependencies> DEPENDENCIES = new ResultKey<>("DEPENDENCIES");

  /** Learned parameters of known equations. */
  public static final ResultKey<SystemParameters> PARAMETERS = new ResultKey<>("PARAMETERS");

  /** The noise of known equations. */
  public static final ResultKey<KnownNoise> NOISE = new ResultKey<>("NOISE");

  /** What it is called inside a sentence. */
  String words() {
    return KindWords.of("result." + name);
  }
}
