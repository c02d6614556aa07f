package undercurrent.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.ExactEstimator;
import undercurrent.inference.Findings;
import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.ExactPlan;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** What kinds of linear-Gaussian models share, whose likelihood and posterior are exact. */
abstract class ExactKind<S extends Record & ModelSettings> implements ModelKind<S> {
  /** Which model the settings are. */
  abstract ExactPlan plan(S settings);

  @Override
  public ModelGraph graph() {
    return ModelGraphs.linear(card(), defaults());
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  @Override
  public Set<TrainingUse> uses(S settings) {
    return Set.of(TrainingUse.ITERATIONS);
  }

  /** Of tracks, only constant velocity knows anything. */
  @Override
  public Set<DataUse> looksAt(S settings, SeriesSet set) {
    return set.isTrack() ? Set.of() : Set.of(DataUse.INPUTS, DataUse.NOISE);
  }

  @Override
  public Fitting open(S settings, Dataset data, TrainingSettings training) {
    ExactModel model = ExactModel.of(plan(settings), data, training.seed());
    return new IterativeFitting(
        model,
        criterion(),
        () -> new ExactEstimator(model, () -> Findings.of(model)),
        series -> Optional.of(Diagnosis.of(model, series)),
        data,
        training,
        searchHasChanged(settings),
        () -> ExactParameters.of(model));
  }

  @Override
  public S setting(S settings, Map<String, Double> values) {
    String fixed = String.valueOf(Settings.value(settings, ChosenModel.FIXED));
    return Settings.with(settings, ChosenModel.FIXED, ExactParameters.held(fixed, values));
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(
        criterion(),
        ModelCards.FIT,
        ModelCards.BY_HAND,
        ModelCards.MATRICES,
        ModelCards.EIGENVALUES,
        ModelCards.RESIDUALS,
        ModelCards.AUTOCORRELATION,
        ModelCards.QUANTILES);
  }
}
