package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.dynamical.Vrnn;
import undercurrent.model.dynamical.VrnnSettings;
import undercurrent.series.Dataset;
import undercurrent.training.Criterion;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** The variational RNN: a recurrent layer that remembers x and z, trained on the ELBO. */
final class VrnnKind implements ModelKind<VrnnSettings> {
  @Override
  public String id() {
    return "vrnn";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "J. Chung, K. Kastner, L. Dinh, K. Goel, A. Courville and Y. Bengio, A Recurrent Latent"
            + " Variable Model for Sequential Data, NeurIPS 2015.",
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left(\\mu_\\theta(h_t), \\sigma_\\theta^2(h_t)\\right)",
            "zₜ ~ N(μ(hₜ), σ²(hₜ))"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t, h_t)", "xₜ ~ p(xₜ|zₜ, hₜ)"),
        Card.equation(
            "h_{t+1} = \\mathrm{LSTM}([x_t, z_t], h_t), \\quad h_1 = 0",
            "hₜ₊₁ = LSTM([xₜ, zₜ], hₜ), h₁ = 0"),
        Card.equation(
            "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\log p(x_t \\mid z_t, h_t) -"
                + " \\mathbb{E}_q \\mathrm{KL}\\left(q(z_t \\mid x_{1:t}) \\,\\|\\, p(z_t \\mid"
                + " h_t)\\right)",
            "ELBO = Σₜ E_q log p(xₜ|zₜ, hₜ) − E_q KL(q(zₜ|x₁:ₜ) ‖ p(zₜ|hₜ))"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.series(),
            Box.of("memory", Shape.MAP, "hₜ")
                .saying(equations.subList(2, 3))
                .sized("hiddenUnits")
                .with("hiddenUnits")
                .during(StepPhase.NETWORK, StepPhase.UPDATE),
            ModelGraphs.posterior("vrnn-posterior", "q(z|x, h)").with("latentSize"),
            Box.of("vrnn-prior", Shape.MAP, "p(z|h)")
                .saying(equations.subList(0, 1))
                .with("klSchedule", "klStart", "klLength", "klWeight")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("emission", Shape.MAP, "p(x|z, h)")
                .saying(equations.subList(1, 2))
                .with("likelihood", "noise", "fixedNoise", "rateLink")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.learned(
                Box.of("reconstruction", Shape.VARIABLE, "x̂ₜ")
                    .saying(equations.subList(3, 4))
                    .showing(Meter.RECONSTRUCTION))));
  }

  @Override
  public VrnnSettings defaults() {
    return VrnnSettings.defaults();
  }

  @Override
  public Criterion criterion() {
    return Criterion.ELBO;
  }

  @Override
  public Set<TrainingUse> uses(VrnnSettings settings) {
    return Set.of(TrainingUse.values());
  }

  @Override
  public Fitting open(VrnnSettings settings, Dataset data, TrainingSettings training) {
    return new DeepFitting(Vrnn.of(settings, data, training.seed()), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    List<FigureCard> figures = new ArrayList<>();
    figures.add(FigureCards.curve(criterion()));
    figures.add(FigureCards.TERMS);
    figures.add(FigureCards.KL);
    figures.addAll(FigureCards.ESTIMATES);
    return figures;
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }

  @Override
  public boolean takesConstantChannels() {
    return true;
  }
}
