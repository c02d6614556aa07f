package undercurrent.view;

import static undercurrent.view.FormulaNumbers.normal;
import static undercurrent.view.FormulaNumbers.number;
import static undercurrent.view.FormulaNumbers.plain;
import static undercurrent.view.FormulaNumbers.term;
import static undercurrent.view.FormulaNumbers.vector;

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
    return new PhaseWords(
        Words.of("phase.network"),
        Words.of("phase.networkSays", Integer.toString(step.row() + 1)),
        "\\mu_t = %s, \\quad \\sigma_t = %s"
            .formatted(vector(path.posteriorMean()), vector(path.posteriorSd())),
        "μₜ = %s, σₜ = %s".formatted(plain(path.posteriorMean()), plain(path.posteriorSd())));
  }

  private static PhaseWords sample(PathTrace path) {
    return new PhaseWords(
        Words.of("phase.sample"),
        Words.of("phase.sampleSays"),
        "%s_t = \\mu_t + \\sigma_t \\odot \\varepsilon_t = %s + %s \\odot %s = %s"
            .formatted(
                path.letters().drawn(),
                vector(path.posteriorMean()),
                vector(path.posteriorSd()),
                term(path.noise()),
                vector(path.z())),
        "%sₜ = μₜ + σₜ ⊙ εₜ = %s, εₜ = %s"
            .formatted(path.letters().drawn(), plain(path.z()), plain(path.noise())));
  }

  private static PhaseWords predict(PathTrace path) {
    PathTrace.Letters letters = path.letters();
    return new PhaseWords(
        Words.of("phase.predict"),
        Words.of("phase.predictSays"),
        "p(%s_t \\mid %s) = ".formatted(letters.drawn(), letters.before())
            + normal(path.priorMean(), path.priorSd()),
        "p(%sₜ|%s) = N(%s, %s²)"
            .formatted(
                letters.drawn(),
                letters.beforeUnicode(),
                plain(path.priorMean()),
                plain(path.priorSd())));
  }

  private static PhaseWords emit(PathTrace path) {
    String logLikelihood = number(path.logLikelihood());
    return new PhaseWords(
        Words.of("phase.emit"),
        Words.of("phase.emitSays"),
        "\\hat x_t = %s, \\quad x_t = %s, \\quad \\log p(x_t \\mid %s_t) = %s"
            .formatted(
                vector(path.median()),
                vector(FormulaNumbers.seen(path)),
                path.letters().drawn(),
                logLikelihood),
        "x̂ₜ = %s, log p(xₜ|%sₜ) = %s"
            .formatted(plain(path.median()), path.letters().drawn(), logLikelihood));
  }

  private static PhaseWords score(StepTrace step) {
    boolean hasKl = step.path().isPresent();
    String objective = number(step.objective());
    String kl = number(step.kl());
    String sum = number(step.reconstruction());
    return new PhaseWords(
        Words.of("phase.score"),
        Words.of(
            hasKl ? "phase.scoreSays" : "phase.scoreAlone",
            NumberWords.count(step.sequences(), "sequence")),
        hasKl
            ? ("\\mathrm{objective} = \\mathrm{reconstruction} - \\mathrm{weight} \\cdot"
                    + " \\mathrm{KL} = %s - %s \\cdot %s = %s")
                .formatted(sum, number(step.klWeight()), kl, objective)
            : "\\mathrm{objective} = " + sum,
        "objective = %s, KL = %s".formatted(objective, kl));
  }

  private static PhaseWords update(StepTrace step) {
    String norm = number(step.gradientNorm());
    String change = number(step.change());
    return new PhaseWords(
        Words.of("phase.update"),
        Words.of(
            step.clip() < 1 ? "phase.updateClipped" : "phase.updateSays",
            number(step.learningRate()),
            number(step.clip())),
        "\\| g \\| = %s, \\quad \\| \\mathrm{change} \\| = %s".formatted(norm, change),
        "‖g‖ = %s, ‖change‖ = %s".formatted(norm, change));
  }
}
