package undercurrent.kind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import undercurrent.model.ModelSettings;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/**
 * A kind of model: all that the program knows of it. Two objects of a kind are never made; the
 * {@link Catalogue} has the one.
 *
 * @param <S> its settings: knobs of its own, and records with knobs that kinds share
 */
public interface ModelKind<S extends Record & ModelSettings> {
  /** Its name in files, recipes and {@code --set kind=…}: small letters and hyphens. */
  String id();

  /** Names that it had; they are still understood. */
  default List<String> formerIds() {
    return List.of();
  }

  /** What a person should know of it. */
  Card card();

  /** Its boxes, as the window draws them. */
  ModelGraph graph();

  /** The settings of a new experiment. */
  S defaults();

  /**
   * Keys of settings that begin with its own defaults when the kind is changed to it, though the
   * kind before may have them too.
   */
  default Set<String> beginsAnew() {
    return Set.of();
  }

  /** What its training follows. */
  Criterion criterion();

  /** Which training settings do anything for it; {@code seed}, for example, with chance alone. */
  Set<TrainingUse> uses(S settings);

  /**
   * The model before any training: how it is trained, kept, queried and scored.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  Fitting open(S settings, Dataset data, TrainingSettings training);

  /**
   * The same with parameters set by hand, which are then not learned; as it is for kinds that have
   * none.
   *
   * @param values of {@link Fitting#parameters}, by name
   */
  default S setting(S settings, Map<String, Double> values) {
    return settings;
  }

  /** The figures that it has, in the order in which they are offered. */
  List<FigureCard> figures();

  /** The parts of the data without which a trained model cannot be made again. */
  default Set<Part> learnsFrom() {
    return Set.of(Part.TRAINING);
  }

  /**
   * Whether it explains series of any origin; known equations do not, nor does what needs frames.
   */
  default boolean isGeneral() {
    return true;
  }

  /** What of a set it uses beside the observed values; a note names all else. */
  default Set<DataUse> looksAt(S settings, SeriesSet set) {
    return Set.of();
  }

  /** Whether rows follow one another for it; where each stands for itself there are no gaps. */
  default boolean isSequential() {
    return true;
  }

  /**
   * Whether it can be trained on an observed channel that never changes; a likelihood with a
   * variance of its own for each channel has no maximum there.
   */
  default boolean takesConstantChannels() {
    return false;
  }

  /** Whether it can be trained on observed channels of which one follows from others. */
  default boolean takesDependentChannels() {
    return true;
  }

  /**
   * Whether a fit with these settings is searched otherwise than in files of version 1, which could
   * stop at a local maximum.
   */
  default boolean searchHasChanged(S settings) {
    return false;
  }

  /** Whether the true states of the data are learned from. */
  default boolean learnsFromTruth() {
    return false;
  }

  /** Whether the exact filter of a linear model can be shown beside it. */
  default boolean isComparedWithLinear() {
    return false;
  }
}
