package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.physics.PhysicsModel;
import undercurrent.model.physics.PhysicsSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;

/** The physics-guided deep Markov model: a known part beside a network. */
final class PhysicsKind extends LearnedKind<PhysicsSettings> {
  @Override
  public String id() {
    return "physics";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "W. Liu, Z. Lai, K. Bacsa and E. Chatzi, Physics-guided Deep Markov Models for Learning"
            + " Nonlinear Dynamical Systems with Uncertainty, Mechanical Systems and Signal"
            + " Processing 178, 2022.",
        Card.equation(
            "z_t = \\alpha z_t^{\\mathrm{phy}} + (1 - \\alpha) z_t^{\\mathrm{nn}}",
            "zₜ = α zₜ(phy) + (1 − α) zₜ(nn)"),
        Card.equation(
            "z_t^{\\mathrm{phy}} \\sim \\mathcal{N}\\left(A z_{t-1}^{\\mathrm{phy}} + B u_t,"
                + " \\sigma_\\theta^2(z_{t-1}^{\\mathrm{phy}})\\right)",
            "zₜ(phy) ~ N(A zₜ₋₁(phy) + B uₜ, σ²(zₜ₋₁(phy)))"),
        Card.equation(
            "z_t^{\\mathrm{nn}} \\sim \\mathcal{N}\\left(\\mu_\\theta(z_{t-1}^{\\mathrm{nn}}, u_t),"
                + " \\sigma_\\theta^2(z_{t-1}^{\\mathrm{nn}}, u_t)\\right)",
            "zₜ(nn) ~ N(μ(zₜ₋₁(nn), uₜ), σ²(zₜ₋₁(nn), uₜ))"),
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left(\\alpha (A z_{t-1} + B u_t) + (1 - \\alpha)"
                + " \\mu_\\theta(z_{t-1}, u_t), \\sigma_\\theta^2(z_{t-1}, u_t)\\right)",
            "zₜ ~ N(α (A zₜ₋₁ + B uₜ) + (1 − α) μ(zₜ₋₁, uₜ), σ²(zₜ₋₁, uₜ))"),
        Card.equation(
            "x_t \\sim \\mathcal{N}\\left(C z_t, \\sigma_\\theta^2(z_t)\\right)",
            "xₜ ~ N(C zₜ, σ²(zₜ))"),
        Card.equation(
            "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\log p(x_t \\mid z_t) -"
                + " \\mathbb{E}_q \\mathrm{KL}_t^{\\mathrm{phy}} - \\mathbb{E}_q"
                + " \\mathrm{KL}_t^{\\mathrm{nn}}",
            "ELBO = Σₜ E_q log p(xₜ|zₜ) − E_q KLₜ(phy) − E_q KLₜ(nn)"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.series(),
            Box.of("network", Shape.MAP, "φ(x)")
                .saying(
                    "(\\mu_t, \\sigma_t) = f_\\phi(z_{t-1}, u_t, h_t), \\quad h_t ="
                        + " \\mathrm{GRU}_\\phi(x)",
                    "(μₜ, σₜ) = f(zₜ₋₁, uₜ, hₜ), hₜ = GRU(x)")
                .sized("hiddenUnits")
                .with("hiddenUnits", "networkUnits", "networkReadsInputs")
                .during(StepPhase.NETWORK, StepPhase.UPDATE),
            ModelGraphs.posterior("posterior", "q(z|x)").sized(""),
            Box.of("known-part", Shape.MAP, "A z + B u")
                .saying(equations.subList(1, 2))
                .with(
                    "knownForm",
                    "stateMatrix",
                    "inputMatrix",
                    "outputMatrix",
                    "learnMatrices",
                    "formula")
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("guided", Shape.MAP, "α")
                .saying(List.of(equations.get(0), equations.get(2), equations.get(3)))
                .with(
                    "guidance",
                    "alpha",
                    "holdAlpha",
                    "transitionUnits",
                    "stateNoise",
                    "klSchedule",
                    "klStart",
                    "klLength",
                    "klWeight")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("emission", Shape.MAP, "p(xₜ|zₜ)")
                .saying(equations.subList(4, 5))
                .with("noise", "fixedNoise", "emissionUnits")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.reconstruction(equations.subList(5, 6))));
  }

  @Override
  public PhysicsSettings defaults() {
    return PhysicsSettings.defaults();
  }

  @Override
  public Fitting open(PhysicsSettings settings, Dataset data, TrainingSettings training) {
    return new DeepFitting(PhysicsModel.of(settings, data, training.seed()), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(
        criterion(),
        ModelCards.PHYSICAL,
        ModelCards.PHYSICAL_FIT,
        FigureCards.TERMS,
        FigureCards.KL,
        FigureCards.FREE_RUN,
        ModelCards.DEPENDENCIES);
  }

  /** Its known part is that of some system. */
  @Override
  public boolean isGeneral() {
    return false;
  }

  @Override
  public Set<DataUse> looksAt(PhysicsSettings settings, SeriesSet set) {
    return Set.of(DataUse.INPUTS);
  }
}
