package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.inference.SwitchingEstimator;
import undercurrent.model.ModelSettings;
import undercurrent.model.switching.RegimeFilter;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.series.Dataset;
import undercurrent.settings.Knob;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** A switching linear-Gaussian model, learned by EM with approximate filters. */
final class SwitchingKind implements ModelKind<SwitchingKind.SwitchingSettings> {
  /** Its settings. */
  record SwitchingSettings(
      @Knob(group = "model", min = 2, max = 6) int regimes,
      @Knob(group = "model", advanced = true) RegimeFilter regimeFilter,
      @Knob(group = "model", min = 1, max = 256) int latentSize)
      implements ModelSettings {}

  @Override
  public String id() {
    return "switching";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "linear",
        "Z. Ghahramani and G. E. Hinton, Variational learning for switching state-space models,"
            + " Neural Computation 12 (2000).",
        Card.equation("p(s_t = k \\mid s_{t-1} = j) = T_{jk}", "p(sₜ = k | sₜ₋₁ = j) = Tⱼₖ"),
        Card.equation(
            "z_t = F_{s_t} z_{t-1} + b_{s_t} + \\mathcal{N}(0, Q_{s_t})",
            "zₜ = F(sₜ) zₜ₋₁ + b(sₜ) + N(0, Q(sₜ))"),
        Card.equation("x_t = H z_t + d + \\mathcal{N}(0, R)", "xₜ = H zₜ + d + N(0, R)"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return ModelGraphs.linear(
        ModelGraph.Box.of("regimes", ModelGraph.Shape.VARIABLE, "sₜ")
            .saying(equations.subList(0, 1))
            .sized("regimes")
            .with("regimes", "regimeFilter"),
        ModelGraphs.transition(equations.subList(1, 2)).sized("latentSize").with("latentSize"),
        ModelGraphs.observation(equations.subList(2, 3)),
        ModelGraphs.likelihood(List.of("epochs")));
  }

  @Override
  public SwitchingSettings defaults() {
    int regimes = 2;
    int latentSize = 2;
    return new SwitchingSettings(regimes, RegimeFilter.INTERACTING, latentSize);
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  @Override
  public Set<TrainingUse> uses(SwitchingSettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE);
  }

  @Override
  public Fitting open(SwitchingSettings settings, Dataset data, TrainingSettings training) {
    long seed = training.seed();
    SwitchingFit fit = SwitchingFit.of(settings.latentSize(), settings.regimes(), data, seed);
    return new IterativeFitting(
        fit,
        criterion(),
        () -> new SwitchingEstimator(fit, settings.regimeFilter(), seed),
        data,
        training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(
        criterion(), ModelCards.REGIMES, ModelCards.MATRICES, ModelCards.EIGENVALUES);
  }

  @Override
  public boolean takesDependentChannels() {
    return false;
  }
}
