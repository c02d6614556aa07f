package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.density.DensityModel;
import undercurrent.model.density.DensitySettings;
import undercurrent.series.Dataset;
import undercurrent.training.Criterion;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** A conditional RealNVP density of positions given the hour of the week. */
final class DensityKind implements ModelKind<DensitySettings> {
  @Override
  public String id() {
    return "density";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "L. Dinh, J. Sohl-Dickstein and S. Bengio, Density estimation using Real NVP, ICLR 2017.",
        Card.equation(
            "x = f_\\theta(u; h), \\quad u \\sim \\mathcal{N}(0, I)", "x = f(u; h), u ~ N(0, I)"),
        Card.equation(
            "v' = v \\odot e^{\\tanh(s(u, h))} + t(u, h)", "v′ = v ⊙ exp(tanh(s(u, h))) + t(u, h)"),
        Card.equation(
            "\\log p(x \\mid h) = \\log \\mathcal{N}(f_\\theta^{-1}(x; h); 0, I) + \\log \\left|"
                + " \\det \\partial f_\\theta^{-1} / \\partial x \\right|",
            "log p(x|h) = log N(f⁻¹(x; h); 0, I) + log |det ∂f⁻¹/∂x|"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            Box.of("base", Shape.VARIABLE, "u").saying(equations.subList(0, 1)),
            Box.of("coupling", Shape.MAP, "f(u; h)")
                .saying(equations.subList(1, 2))
                .sized("flowLayers")
                .with("flowLayers", "flowUnits", "flowDepth")
                .during(StepPhase.UPDATE),
            ModelGraphs.series(),
            ModelGraphs.learned(
                Box.of("density", Shape.VARIABLE, "log p(x|h)")
                    .saying(equations.subList(2, 3))
                    .showing(Meter.CRITERION))));
  }

  @Override
  public DensitySettings defaults() {
    return DensitySettings.defaults();
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  @Override
  public Set<TrainingUse> uses(DensitySettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE, TrainingUse.GRADIENTS);
  }

  @Override
  public Fitting open(DensitySettings settings, Dataset data, TrainingSettings training) {
    return new DensityFitting(DensityModel.of(settings, data, training.seed()), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    List<FigureCard> figures = new ArrayList<>();
    figures.add(FigureCards.curve(criterion()));
    figures.add(ModelCards.DENSITY);
    figures.add(ModelCards.DENSITY_WEEK);
    figures.addAll(FigureCards.OBSERVATIONS);
    return figures;
  }

  @Override
  public boolean isSequential() {
    return false;
  }
}
