package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;

/** The Kalman VAE: an auto-encoder, and linear models of its encodings that are mixed. */
final class KalmanVaeKind extends LearnedKind<KalmanVaeSettings> {
  @Override
  public String id() {
    return "kvae";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "M. Fraccaro, S. Kamronn, U. Paquet and O. Winther, A Disentangled Recognition and"
            + " Nonlinear Dynamics Model for Unsupervised Learning, NeurIPS 2017.",
        Card.equation(
            "z_t = F_t z_{t-1} + B_t u_t + \\mathcal{N}(0, Q)", "zₜ = Fₜ zₜ₋₁ + Bₜ uₜ + N(0, Q)"),
        Card.equation(
            "a_t = H_t z_t + \\mathcal{N}(0, R), \\quad x_t \\sim p_\\theta(x_t \\mid a_t)",
            "aₜ = Hₜ zₜ + N(0, R), xₜ ~ p(xₜ|aₜ)"),
        Card.equation(
            "F_t = \\textstyle\\sum_k \\alpha_{tk} F^{(k)}, \\quad \\alpha_t ="
                + " \\mathrm{softmax}(W \\, \\mathrm{LSTM}(a_{t-1}) + b)",
            "Fₜ = Σₖ αₜₖ F⁽ᵏ⁾, αₜ = softmax(W LSTM(aₜ₋₁) + b)"),
        Card.equation(
            "q(a_t \\mid x_t) = \\mathcal{N}\\left(\\mu_\\phi(x_t), \\sigma_\\phi^2(x_t)\\r"
                + "ight)",
            "q(aₜ|xₜ) = N(μ(xₜ), σ²(xₜ))"),
        Card.equation(
            "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\left[\\log p(x_t \\mid a_t) +"
                + " \\log p(a_t \\mid a_{1:t-1}) - \\log q(a_t \\mid x_t)\\r"
                + "ight]",
            "ELBO = Σₜ E_q [log p(xₜ|aₜ) + log p(aₜ|a₁:ₜ₋₁) − log q(aₜ|xₜ)]"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return new ModelGraph(
        List.of(
            ModelGraphs.series(),
            Box.of("encoding", Shape.VARIABLE, "q(a|x)")
                .saying(equations.subList(3, 4))
                .sized("encodingSize")
                .with("encodingSize", "frameMaps", "filters", "hiddenUnits", "encoderVariance")
                .during(StepPhase.NETWORK, StepPhase.SAMPLE, StepPhase.UPDATE),
            Box.of("mixing", Shape.MAP, "αₜ")
                .saying(equations.subList(2, 3))
                .sized("modes")
                .with("modes", "mixingUnits", "uniformShare", "firstTurn")
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("mode-filter", Shape.MAP, "Fₜ zₜ")
                .saying(
                    List.of(
                        equations.get(0),
                        Card.equation(
                            "a_t = H_t z_t + \\mathcal{N}(0, R)", "aₜ = Hₜ zₜ + N(0, R)")))
                .with(
                    "latentSize",
                    "learnedNoise",
                    "stateVariance",
                    "encodingVariance",
                    "firstVariance",
                    "klSchedule",
                    "klStart",
                    "klLength",
                    "klWeight")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("decoding", Shape.MAP, "p(x|a)")
                .saying("x_t \\sim p_\\theta(x_t \\mid a_t)", "xₜ ~ p(xₜ|aₜ)")
                .with("likelihood", "noise", "fixedNoise", "rateLink", "smoothness")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.reconstruction(equations.subList(4, 5))));
  }

  @Override
  public KalmanVaeSettings defaults() {
    return KalmanVaeSettings.defaults();
  }

  @Override
  public Fitting open(KalmanVaeSettings settings, Dataset data, TrainingSettings training) {
    return new KalmanVaeFitting(KalmanVae.of(settings, data, training.seed()), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(
        criterion(),
        ModelCards.MODES,
        ModelCards.MODE_PLANE,
        ModelCards.IMPUTATION_BY_GAP,
        ModelCards.IMPUTATION_BY_SHARE,
        FigureCards.TERMS,
        ModelCards.MATRICES,
        ModelCards.EIGENVALUES,
        FigureCards.FREE_RUN);
  }

  @Override
  public Set<DataUse> looksAt(KalmanVaeSettings settings, SeriesSet set) {
    return Set.of(DataUse.INPUTS);
  }
}
