package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Meter;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.StepPhase;

/** The graphs that kinds share, and the boxes that they are made of. */
final class ModelGraphs {
  /** Numbers that say how large a linear model is, of which the first that a kind has is shown. */
  private static final List<String> SIZES = List.of("latentSize", "season", "lags", "waves");

  /** What belongs to what is observed rather than to the state. */
  private static final List<String> OF_SERIES = List.of("transform");

  private static final String HELD = "fixed";

  private ModelGraphs() {}

  /** The observed series, at the beginning. */
  static Box series() {
    return Box.of("series", Shape.VARIABLE, "x₁:T")
        .saying("x_{1:T}, \\quad m_t \\in \\{0, 1\\}", "x₁:T, mₜ ∈ {0, 1}")
        .with("batchSize", "window");
  }

  /** The state as it is drawn by an inference network. */
  static Box posterior(String id, String symbol) {
    return Box.of(id, Shape.VARIABLE, symbol)
        .saying(
            "z_t = \\mu_t + \\sigma_t \\odot \\varepsilon_t, \\quad"
                + " \\varepsilon_t \\sim \\mathcal{N}(0, I)",
            "zₜ = μₜ + σₜ ⊙ εₜ, εₜ ~ N(0, I)")
        .sized("latentSize")
        .during(StepPhase.SAMPLE);
  }

  /** What is learned by gradients at the end: the score and how weights follow it. */
  static Box learned(Box box) {
    return box.with(
            "learningRate",
            "rateDecay",
            "warmUp",
            "rateFall",
            "gradientClip",
            "weightDecay",
            "validateEvery",
            "patience")
        .during(StepPhase.SCORE);
  }

  /** What a model with an inference network is learned by, at the end: the bound. */
  static Box reconstruction(List<Card.Equation> bound) {
    return learned(
        Box.of("reconstruction", Shape.VARIABLE, "x̂ₜ")
            .saying(bound)
            .showing(Meter.RECONSTRUCTION));
  }

  /** What a linear model or a known one is measured by, at the end. */
  static Box likelihood(List<String> knobs) {
    return Box.of("likelihood", Shape.VARIABLE, "log p(x)")
        .saying(
            "\\log p(x_{1:T}) = \\textstyle\\sum_t \\log \\mathcal{N}(x_t; \\hat x_t, S_t)",
            "log p(x₁:T) = Σₜ log N(xₜ; x̂ₜ, Sₜ)")
        .with(knobs)
        .showing(Meter.CRITERION);
  }

  /** Start, transition with its noise, observation with its noise, likelihood. */
  static ModelGraph linear(Box start, Box transition, Box observation, Box likelihood) {
    return new ModelGraph(
        List.of(
            start,
            transition,
            Box.of("motion-noise", Shape.NOISE, "Q")
                .saying("w_t \\sim \\mathcal{N}(0, Q)", "wₜ ~ N(0, Q)"),
            observation,
            Box.of("observation-noise", Shape.NOISE, "R")
                .saying("v_t \\sim \\mathcal{N}(0, R)", "vₜ ~ N(0, R)"),
            likelihood));
  }

  static Box start() {
    return Box.of("start", Shape.VARIABLE, "z₁")
        .saying("z_1 \\sim \\mathcal{N}(m_1, P_1)", "z₁ ~ N(m₁, P₁)");
  }

  static Box transition(List<Card.Equation> equations) {
    return Box.of("linear-transition", Shape.MAP, "F zₜ").saying(equations);
  }

  static Box observation(List<Card.Equation> equations) {
    return Box.of("linear-observation", Shape.MAP, "H zₜ").saying(equations);
  }

  /**
   * That of a linear model of which the last equation of its card is the observation.
   *
   * @param defaults its settings: what does not belong to the series belongs to the transition
   */
  static ModelGraph linear(Card card, Record defaults) {
    List<Card.Equation> equations = card.equations();
    int last = equations.size() - 1;
    List<Setting> settings = Settings.of(defaults.getClass());
    List<String> own = new ArrayList<>();
    List<String> ofSeries = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.key().equals(HELD)) continue;
      (OF_SERIES.contains(setting.key()) ? ofSeries : own).add(setting.key());
    }
    String size = SIZES.stream().filter(own::contains).findFirst().orElse("");
    return linear(
        start(),
        transition(last == 0 ? equations : equations.subList(0, last)).with(own).sized(size),
        observation(equations.subList(last, last + 1)).with(ofSeries),
        likelihood(List.of("epochs")));
  }
}
