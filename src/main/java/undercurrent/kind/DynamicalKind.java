package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.ModelSettings;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.series.Dataset;
import undercurrent.training.StepPhase;
import undercurrent.training.TrainingSettings;

/**
 * A dynamical VAE, trained on the ELBO: what these kinds share. The equations of their cards are in
 * this order: prior, emission, recurrent layer, one or more of the inference network, ELBO.
 */
abstract class DynamicalKind<S extends Record & ModelSettings> extends LearnedKind<S> {
  /** The model with freshly drawn weights. */
  abstract DynamicalVae model(S settings, Dataset data, long seed);

  /** What the boxes of the graph are called: recurrent layer, posterior, prior, emission. */
  abstract List<String> symbols();

  /** Settings of the recurrent layers beside the hidden units. */
  List<String> ownKnobs() {
    return List.of();
  }

  @Override
  public final ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    List<String> symbols = symbols();
    List<String> ofLayers = new ArrayList<>(List.of("hiddenUnits"));
    ofLayers.addAll(ownKnobs());
    return new ModelGraph(
        List.of(
            ModelGraphs.series(),
            Box.of("memory", Shape.MAP, symbols.get(0))
                .saying(equations.subList(2, 3))
                .sized("hiddenUnits")
                .with(ofLayers)
                .during(StepPhase.NETWORK, StepPhase.UPDATE),
            ModelGraphs.posterior("posterior", symbols.get(1))
                .saying(equations.subList(3, equations.size() - 1))
                .with("latentSize"),
            Box.of("dynamical-prior", Shape.MAP, symbols.get(2))
                .saying(equations.subList(0, 1))
                .with("klSchedule", "klStart", "klLength", "klWeight")
                .showing(Meter.KL)
                .during(StepPhase.PREDICT, StepPhase.UPDATE),
            Box.of("emission", Shape.MAP, symbols.get(3))
                .saying(equations.subList(1, 2))
                .with("likelihood", "noise", "fixedNoise", "rateLink")
                .during(StepPhase.EMIT, StepPhase.UPDATE),
            ModelGraphs.reconstruction(equations.subList(equations.size() - 1, equations.size()))));
  }

  /** q(…) = N(μ(…), σ²(…)). */
  static Card.Equation inferred(String q, String read, String qUnicode, String readUnicode) {
    return Card.equation(
        q + " = \\mathcal{N}\\left(\\mu_\\phi(" + read + "), \\sigma_\\phi^2(" + read + ")\\right)",
        qUnicode + " = N(μ(" + readUnicode + "), σ²(" + readUnicode + "))");
  }

  /** Σₜ E log p(xₜ|·) − E KL(q(zₜ|·) ‖ p(zₜ|·)). */
  static Card.Equation bound(String q, String p, String qUnicode, String pUnicode) {
    return Card.equation(
        "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\log p(x_t \\mid \\cdot) -"
            + " \\mathbb{E}_q \\mathrm{KL}\\left("
            + q
            + " \\,\\|\\, "
            + p
            + "\\right)",
        "ELBO = Σₜ E_q log p(xₜ|·) − E_q KL(" + qUnicode + " ‖ " + pUnicode + ")");
  }

  @Override
  public final Fitting open(S settings, Dataset data, TrainingSettings training) {
    return new DeepFitting(model(settings, data, training.seed()), data, training);
  }

  @Override
  public final List<FigureCard> figures() {
    return FigureCards.all(
        criterion(),
        FigureCards.TERMS,
        FigureCards.KL,
        FigureCards.FREE_RUN,
        ModelCards.DEPENDENCIES);
  }
}
