package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.recurrent.RecurrentUnit;
import undercurrent.model.recurrent.UnitSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** The continuous recurrent unit: a filter in continuous time between an encoder and a decoder. */
final class UnitKind extends LearnedKind<UnitSettings> {
  @Override
  public String id() {
    return "cru";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "M. Schirmer, M. Eltayeb, S. Lessmann and M. Rudolph, Modeling Irregular Time Series with"
            + " Continuous Recurrent Units, ICML 2022.",
        Card.equation("(y_t, r_t) = f_\\phi(x_t)", "(yₜ, rₜ) = f(xₜ)"),
        Card.equation(
            "dz = A z\\,dt + dw, \\quad A = \\textstyle\\sum_k \\alpha_k A_k, \\quad \\alpha ="
                + " \\mathrm{softmax}(W m + b)",
            "dz = A z dt + dw, A = Σₖ αₖ Aₖ, α = softmax(W m + b)"),
        Card.equation(
            "y_t = H z_t + \\mathcal{N}(0, r_t), \\quad H = [I \\; 0]",
            "yₜ = H zₜ + N(0, rₜ), H = [I 0]"),
        Card.equation(
            "x_t \\sim \\mathcal{N}\\left(\\mu_\\theta(m_t), \\sigma_\\theta^2(\\Sigma_t)\\right)",
            "xₜ ~ N(μ(mₜ), σ²(Σₜ))"),
        Card.equation("\\textstyle\\sum_t \\log p(x_t \\mid x_{1:t-1})", "Σₜ log p(xₜ|x₁:ₜ₋₁)"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.series().with("batchSize", "window", "hiddenRows"),
            Box.of("unit-encoder", Shape.MAP, "(y, r)")
                .saying(equations.subList(0, 1))
                .sized("latentObservations")
                .with("maps", "latentObservations", "hiddenUnits")
                .during(StepPhase.UPDATE),
            Box.of("unit-transition", Shape.MAP, "dz = A z dt")
                .saying(equations.subList(1, 2))
                .sized("matrices")
                .with("matrices")
                .during(StepPhase.UPDATE),
            Box.of("unit-update", Shape.VARIABLE, "zₜ").saying(equations.subList(2, 3)),
            Box.of("unit-decoder", Shape.MAP, "p(x|m, Σ)")
                .saying(equations.subList(3, 4))
                .with("deviationFloor")
                .during(StepPhase.UPDATE),
            ModelGraphs.learned(
                Box.of("unit-likelihood", Shape.VARIABLE, "log p(x)")
                    .saying(equations.subList(4, 5))
                    .showing(Meter.CRITERION))));
  }

  @Override
  public UnitSettings defaults() {
    return UnitSettings.defaults();
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  /** Its objective has no KL; weights and the rows that are hidden are drawn. */
  @Override
  public Set<TrainingUse> uses(UnitSettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE, TrainingUse.GRADIENTS);
  }

  @Override
  public Fitting open(UnitSettings settings, Dataset data, TrainingSettings training) {
    return new UnitFitting(RecurrentUnit.of(settings, data, training.seed()), data, training);
  }

  /** None of them is of what is smoothed. */
  @Override
  public List<FigureCard> figures() {
    List<FigureCard> figures = new ArrayList<>();
    figures.add(FigureCards.curve(criterion()));
    for (FigureCard card : FigureCards.ESTIMATES) {
      if (!card.id().endsWith("smoothed")) figures.add(card);
    }
    return figures;
  }

  @Override
  public Set<DataUse> looksAt(UnitSettings settings, SeriesSet set) {
    return Set.of(DataUse.GAPS);
  }
}
