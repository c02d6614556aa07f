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
 * @param name inside a sentence
 * @param <T> the type of the value
 */
@SuppressWarnings("UnusedTypeParameter") // The type is that of the value in Results.
public record ResultKey<T>(String name) {
  public static final ResultKey<SeriesSet> SET = new ResultKey<>("series");

  /** The data as they were read, where they were edited by hand. */
  public static final ResultKey<SeriesSet> ORIGINAL = new ResultKey<>("data as they were read");

  /** The index of the series that is watched. */
  public static final ResultKey<Integer> SERIES = new ResultKey<>("series to look at");

  /** The index of the channel that is watched, in the set's channels. */
  public static final ResultKey<Integer> CHANNEL = new ResultKey<>("channel to look at");

  /** The moment of the time cursor, in the unit of the time axis. */
  public static final ResultKey<Double> CURSOR = new ResultKey<>("time cursor");

  public static final ResultKey<Curve> CURVE = new ResultKey<>("training curve");

  /** Filtered as far as the forecast has seen, then the forecast. */
  public static final ResultKey<List<Estimate>> SEEN = new ResultKey<>("filtered estimates");

  /** Of each row of the whole series after all rows before it. */
  public static final ResultKey<Estimate> PREDICTED = new ResultKey<>("predicted estimate");

  /** Of the whole series. */
  public static final ResultKey<Estimate> SMOOTHED = new ResultKey<>("smoothed estimate");

  /** How probable the observations were before they were seen. */
  public static final ResultKey<PitHistogram> PIT = new ResultKey<>("predicted distributions");

  /** The exact estimates of a linear model, to be drawn as thin lines. */
  public static final ResultKey<List<Estimate>> BESIDE = new ResultKey<>("linear model beside");

  /** What the model has learned beside the states. */
  public static final ResultKey<Findings> FINDINGS = new ResultKey<>("learned matrices");

  /** What a linear model leaves unexplained. */
  public static final ResultKey<Diagnosis> DIAGNOSIS = new ResultKey<>("residuals");

  /** How many of the particles count. */
  public static final ResultKey<Degeneracy> DEGENERACY = new ResultKey<>("weighed particles");

  /** A density of rows on maps. */
  public static final ResultKey<DensityMaps> DENSITY = new ResultKey<>("density");

  /** The same at each hour of the week. */
  public static final ResultKey<DensityMaps> DENSITY_WEEK =
      new ResultKey<>("density that differs by the hour, which is found when the training rests");

  /** The standard error of the criterion of the training part, where it is drawn. */
  public static final ResultKey<Double> CRITERION_ERROR =
      new ResultKey<>("standard error of the criterion");

  /** Where the transition leads. */
  public static final ResultKey<TransitionField> FIELD = new ResultKey<>("field of the transition");

  /** How far a gated transition follows its network. */
  public static final ResultKey<GateActivation> GATES = new ResultKey<>("gates of the transition");

  /** How modes are mixed along the series. */
  public static final ResultKey<ModePath> MODES = new ResultKey<>("weights of the modes");

  /** Latent states as physical quantities. */
  public static final ResultKey<PhysicalReading> PHYSICAL = new ResultKey<>("physical quantities");

  /** How well rows that are hidden on purpose are filled in. */
  public static final ResultKey<Imputation> IMPUTATION =
      new ResultKey<>("errors of hidden rows, which are found when the training rests");

  /** The parameters that can be set by hand, as they are. */
  public static final ResultKey<List<AdjustableParameter>> ADJUSTABLE =
      new ResultKey<>("parameters that can be set by hand");

  /** The criterion of the training part of a model whose parameters were set by hand. */
  public static final ResultKey<Double> BY_HAND =
      new ResultKey<>("log-likelihood of values set by hand");

  /** Which steps the distributions of a model depend on. */
  public static final ResultKey<Dependencies> DEPENDENCIES = new ResultKey<>("dependencies");

  /** Learned parameters of known equations. */
  public static final ResultKey<SystemParameters> PARAMETERS =
      new ResultKey<>("parameters of known equations");

  /** The noise of known equations. */
  public static final ResultKey<KnownNoise> NOISE = new ResultKey<>("noise of known equations");
}
