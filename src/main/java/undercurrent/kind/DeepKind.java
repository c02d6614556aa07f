package undercurrent.kind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;

/** The Deep Markov Model: networks for transition, emission and inference, trained on the ELBO. */
final class DeepKind extends LearnedKind<DeepSettings> {
  @Override
  public String id() {
    return "deep";
  }

  @Override
  public List<String> formerIds() {
    return List.of("deep-markov", "dmm");
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "R. G. Krishnan, U. Shalit and D. Sontag, Structured Inference Networks for Nonlinear"
            + " State Space Models, AAAI 2017.",
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left(\\mu_\\theta(z_{t-1}), \\sigma_\\theta^2(z_{t-1})\\r"
                + "ight)",
            "zₜ ~ N(μ(zₜ₋₁), σ²(zₜ₋₁))"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t)", "xₜ ~ p(xₜ|zₜ)"),
        Card.equation(
            "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\log p(x_t \\mid z_t) -"
                + " \\mathbb{E}_q \\mathrm{KL}\\left(q(z_t \\mid z_{t-1}, x) \\,\\|\\, p(z_t \\mid"
                + " z_{t-1})\\right)",
            "ELBO = Σₜ E_q log p(xₜ|zₜ) − E_q KL(q(zₜ|zₜ₋₁, x) ‖ p(zₜ|zₜ₋₁))"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.series().with("batchSize", "window", "inputs", "gaps"),
            Box.of("network", Shape.MAP, "φ(x)")
                .saying(
                    "(\\mu_t, \\sigma_t) = f_\\phi(z_{t-1}, h_t), \\quad h_t ="
                        + " \\mathrm{RNN}_\\phi(x)",
                    "(μₜ, σₜ) = f(zₜ₋₁, hₜ), hₜ = RNN(x)")
                .sized("hiddenUnits")
                .with("hiddenUnits", "network", "cell", "networkUnits", "dropout")
                .during(StepPhase.NETWORK, StepPhase.UPDATE),
            ModelGraphs.posterior("posterior", "q(z|x)").with("latentSize", "flowSteps"),
            Box.of("transition", Shape.MAP, "p(zₜ|zₜ₋₁)")
                .saying(equations.subList(0, 1))
                .with(
                    "transition",
                    "transitionUnits",
                    "prior",
                    "equations",
                    "klSchedule",
                    "klStart",
                    "klLength",
                    "klWeight",
                    "overshooting")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("emission", Shape.MAP, "p(xₜ|zₜ)")
                .saying(equations.subList(1, 2))
                .with("likelihood", "noise", "fixedNoise", "rateLink", "emissionUnits", "edges")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.reconstruction(equations.subList(2, 3))));
  }

  @Override
  public DeepSettings defaults() {
    return DeepSettings.defaults();
  }

  @Override
  public Fitting open(DeepSettings settings, Dataset data, TrainingSettings training) {
    return new DeepFitting(DeepMarkovModel.of(settings, data, training.seed()), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(
        criterion(),
        FigureCards.TERMS,
        FigureCards.KL,
        ModelCards.LIMITS,
        ModelCards.GATES,
        FigureCards.FREE_RUN,
        ModelCards.DEPENDENCIES.offeredWhen("equations=networks & flowSteps=0 & positions=false"));
  }

  @Override
  public Set<DataUse> looksAt(DeepSettings settings, SeriesSet set) {
    Set<DataUse> uses = EnumSet.noneOf(DataUse.class);
    if (settings.reading().inputs() && settings.given().isLearned()) uses.add(DataUse.INPUTS);
    if (settings.reading().gaps()) uses.add(DataUse.GAPS);
    return uses;
  }
}
