package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.convolutional.ConvolutionalModel;
import undercurrent.model.convolutional.ConvolutionalSettings;
import undercurrent.series.Dataset;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;

/** The convolutional Markov model: a deep Markov model of films whose layers are convolutions. */
final class ConvolutionalKind extends LearnedKind<ConvolutionalSettings> {
  @Override
  public String id() {
    return "conv";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "C. J. Halim and K. Kawamoto, 2D Convolutional Neural Markov Models for Spatiotemporal"
            + " Sequence Forecasting, Sensors 20(15), 2020.",
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left((1 - g) \\odot (K_\\mu * z_{t-1}) + g \\odot h,"
                + " \\sigma_\\theta^2(h)\\r"
                + "ight)",
            "zₜ ~ N((1 − g) ⊙ (K * zₜ₋₁) + g ⊙ h, σ²(h))"),
        Card.equation(
            "g = \\sigma(K_{g2} * \\mathrm{ReLU}(K_{g1} * z_{t-1})), \\quad h = K_{p2} *"
                + " \\mathrm{ReLU}(K_{p1} * z_{t-1})",
            "g = σ(K₂ * ReLU(K₁ * zₜ₋₁)), h = K₄ * ReLU(K₃ * zₜ₋₁)"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t)", "xₜ ~ p(xₜ|zₜ)"),
        Card.equation(
            "c_t = \\frac{1}{2} (\\mathrm{tanh}(K * z_{t-1}) + h_t), \\quad h ="
                + " \\mathrm{ConvLSTM}(x)",
            "cₜ = ½ (tanh(K * zₜ₋₁) + hₜ), h = ConvLSTM(x)"),
        Card.equation(
            "q(z_t \\mid z_{t-1}, x) = \\mathcal{N}(\\mu_\\phi(c_t), \\sigma_\\phi^2(c_t))",
            "q(zₜ|zₜ₋₁, x) = N(μ(cₜ), σ²(cₜ))"),
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
            ModelGraphs.series(),
            Box.of("network", Shape.MAP, "φ(x)")
                .saying(equations.subList(3, 5))
                .sized("mapChannels")
                .with(
                    "mapChannels",
                    "halvings",
                    "kernel",
                    "network",
                    "cell",
                    "networkChannels",
                    "dropout")
                .during(StepPhase.NETWORK, StepPhase.UPDATE),
            ModelGraphs.posterior("posterior", "q(z|x)")
                .sized("latentChannels")
                .with("latentChannels"),
            Box.of("transition", Shape.MAP, "p(zₜ|zₜ₋₁)")
                .saying(equations.subList(0, 2))
                .with(
                    "transition",
                    "transitionChannels",
                    "prior",
                    "klSchedule",
                    "klStart",
                    "klLength",
                    "klWeight")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("emission", Shape.MAP, "p(xₜ|zₜ)")
                .saying(equations.subList(2, 3))
                .with(
                    "likelihood",
                    "noise",
                    "fixedNoise",
                    "rateLink",
                    "boundedMean",
                    "emissionChannels")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.reconstruction(equations.subList(5, 6))));
  }

  @Override
  public ConvolutionalSettings defaults() {
    return ConvolutionalSettings.defaults();
  }

  /** Pixels differ in how well they can be foreseen, and maps are read by a ConvLSTM. */
  @Override
  public Set<String> beginsAnew() {
    return Set.of("noise", "cell");
  }

  @Override
  public Fitting open(ConvolutionalSettings settings, Dataset data, TrainingSettings training) {
    return new DeepFitting(ConvolutionalModel.of(settings, data, training.seed()), data, training);
  }

  @Override
  public boolean isGeneral() {
    return false;
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(criterion(), FigureCards.TERMS, FigureCards.KL, FigureCards.FREE_RUN);
  }
}
