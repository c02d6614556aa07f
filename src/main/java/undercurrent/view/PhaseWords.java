package undercurrent.view;

import java.util.Optional;
import undercurrent.model.PathTrace;
import undercurrent.series.NumberWords;
import undercurrent.training.StepPhase;
import undercurrent.training.StepTrace;

/**
 * What a phase of an update says, with the numbers of that update.
 *
 * @param title of the phase
 * @param sentence what happens in it
 * @param latex the equation with the numbers
 * @param unicode the same for a screen reader
 */
record PhaseWords(String title, String sentence, String latex, String unicode) {
  /** What an update did in a phase; nothing of a phase that the model does not have. */
  static Optional<PhaseWords> of(StepPhase phase, StepTrace step) {
    return switch (phase) {
      case NETWORK -> step.path().map(path -> network(step, path));
      case SAMPLE -> step.path().map(PhaseWords::sample);
      case PREDICT -> step.path().map(PhaseWords::predict);
      case EMIT -> step.path().map(PhaseWords::emit);
      case SCORE -> Optional.of(score(step));
      case UPDATE -> Optional.of(update(step));
    };
  }

  private static PhaseWords network(StepTrace step, PathTrace path) {
    String t = Integer.toString(step.row() + 1);
    return new PhaseWords(
        Words.of("phase.network"),
        Words.of("phase.networkSays", t),
        "\\mu_t = "
            + FormulaNumbers.vector(path.posteriorMean())
            + ", \\quad \\sigma_t = "
            + FormulaNumbers.vector(path.posteriorSd()),
        "μₜ = "
            + FormulaNumbers.plain(path.posteriorMean())
            + ", σₜ = "
            + FormulaNumbers.plain(path.posteriorSd()));
  }

  private static PhaseWords sample(PathTrace path) {
    return new PhaseWords(
        Words.of("phase.sample"),
        Words.of("phase.sampleSays"),
        "z_t = \\mu_t + \\sigma_t \\odot \\varepsilon_t = "
            + FormulaNumbers.vector(path.posteriorMean())
            + " + "
            + FormulaNumbers.vector(path.posteriorSd())
            + " \\odot "
            + FormulaNumbers.term(path.noise())
            + " = "
            + FormulaNumbers.vector(path.z()),
        "zₜ = μₜ + σₜ ⊙ εₜ = "
            + FormulaNumbers.plain(path.z())
            + ", εₜ = "
            + FormulaNumbers.plain(path.noise()));
  }

  private static PhaseWords predict(PathTrace path) {
    return new PhaseWords(
        Words.of("phase.predict"),
        Words.of("phase.predictSays"),
        "p(z_t \\mid z_{t-1}) = \\mathcal{N}\\left("
            + FormulaNumbers.vector(path.priorMean())
            + ", \\, "
            + FormulaNumbers.vector(path.priorSd())
            + "^2\\right)",
        "p(zₜ|zₜ₋₁) = N("
            + FormulaNumbers.plain(path.priorMean())
            + ", "
            + FormulaNumbers.plain(path.priorSd())
            + "²)");
  }

  private static PhaseWords emit(PathTrace path) {
    return new PhaseWords(
        Words.of("phase.emit"),
        Words.of("phase.emitSays"),
        "\\hat x_t = "
            + FormulaNumbers.vector(path.median())
            + ", \\quad x_t = "
            + FormulaNumbers.vector(FormulaNumbers.seen(path))
            + ", \\quad \\log p(x_t \\mid z_t) = "
            + FormulaNumbers.number(path.logLikelihood()),
        "x̂ₜ = "
            + FormulaNumbers.plain(path.median())
            + ", log p(xₜ|zₜ) = "
            + FormulaNumbers.number(path.logLikelihood()));
  }

  private static PhaseWords score(StepTrace step) {
    boolean hasKl = step.path().isPresent();
    String sum = FormulaNumbers.number(step.reconstruction());
    String kl =
        FormulaNumbers.number(step.klWeight()) + " \\cdot " + FormulaNumbers.number(step.kl());
    return new PhaseWords(
        Words.of("phase.score"),
        Words.of(
            hasKl ? "phase.scoreSays" : "phase.scoreAlone",
            NumberWords.count(step.sequences(), "sequence")),
        hasKl
            ? "\\mathrm{objective} = \\mathrm{reconstruction} - \\mathrm{weight} \\cdot"
                + " \\mathrm{KL} = "
                + sum
                + " - "
                + kl
                + " = "
                + FormulaNumbers.number(step.objective())
            : "\\mathrm{objective} = " + sum,
        "objective = "
            + FormulaNumbers.number(step.objective())
            + ", KL = "
            + FormulaNumbers.number(step.kl()));
  }

  private static PhaseWords update(StepTrace step) {
    return new PhaseWords(
        Words.of("phase.update"),
        Words.of(
            step.clip() < 1 ? "phase.updateClipped" : "phase.updateSays",
            FormulaNumbers.number(step.learningRate()),
            FormulaNumbers.number(step.clip())),
        "\\| g \\| = "
            + FormulaNumbers.number(step.gradientNorm())
            + ", \\quad \\| \\mathrm{change} \\| = "
            + FormulaNumbers.number(step.change()),
        "‖g‖ = "
            + FormulaNumbers.number(step.gradientNorm())
            + ", ‖change‖ = "
            + FormulaNumbers.number(step.change()));
  }
}
