package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.model.normalizing.NormalizingSettings;
import undercurrent.series.Dataset;
import undercurrent.training.Criterion;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** The normalizing Kalman filter: a linear-Gaussian model seen through an invertible flow. */
final class NormalizingKind implements ModelKind<NormalizingSettings> {
  @Override
  public String id() {
    return "nkf";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "E. de Bézenac, S. S. Rangapuram, K. Benidis, M. Bohlke-Schneider, R. Kurle, L. Stella, H."
            + " Hasson, P. Gallinari and T. Januschowski, Normalizing Kalman Filters for"
            + " Multivariate Time Series Analysis, NeurIPS 2020.",
        Card.equation("z_t = F z_{t-1} + \\mathcal{N}(0, Q)", "zₜ = F zₜ₋₁ + N(0, Q)"),
        Card.equation(
            "u_t = H z_t + \\mathcal{N}(0, R), \\quad x_t = f_\\theta(u_t)",
            "uₜ = H zₜ + N(0, R), xₜ = f(uₜ)"),
        Card.equation(
            "\\log p(x_{1:T}) = \\log p(u_{1:T}) + \\textstyle\\sum_t \\log \\left| \\det \\partial"
                + " f_\\theta^{-1} / \\partial x_t \\right|",
            "log p(x₁:T) = log p(u₁:T) + Σₜ log |det ∂f⁻¹/∂xₜ|"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.start(),
            ModelGraphs.transition(equations.subList(0, 1))
                .sized("latentSize")
                .with("dynamics", "season", "latentSize")
                .during(StepPhase.UPDATE),
            Box.of("motion-noise", Shape.NOISE, "Q"),
            ModelGraphs.observation(equations.subList(1, 2)).during(StepPhase.UPDATE),
            Box.of("observation-noise", Shape.NOISE, "R"),
            Box.of("flow", Shape.MAP, "x = f(u)")
                .saying(equations.subList(1, 2))
                .sized("flowLayers")
                .with("flow", "flowLayers", "flowUnits")
                .during(StepPhase.UPDATE),
            ModelGraphs.learned(
                Box.of("flow-likelihood", Shape.VARIABLE, "log p(x)")
                    .saying(equations.subList(2, 3))
                    .showing(Meter.CRITERION))));
  }

  @Override
  public NormalizingSettings defaults() {
    return NormalizingSettings.defaults();
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  /** Its objective has no KL, and only drawn weights depend on chance. */
  @Override
  public Set<TrainingUse> uses(NormalizingSettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE, TrainingUse.GRADIENTS);
  }

  @Override
  public Fitting open(NormalizingSettings settings, Dataset data, TrainingSettings training) {
    NormalizingFilter model = NormalizingFilter.of(settings, data, training.seed());
    return new NormalizingFitting(model, data, training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(criterion(), ModelCards.MATRICES, ModelCards.EIGENVALUES);
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }
}
