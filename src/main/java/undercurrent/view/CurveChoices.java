package undercurrent.view;

import java.util.List;
import java.util.Optional;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.model.ModelSettings.ModelKind;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Curve;

/** What can be shown in the place of the training curve: other curves, and what was learned. */
final class CurveChoices {
  private CurveChoices() {}

  /** The figures that say something of a kind of model; the curve that it is trained by first. */
  static List<String> of(ModelKind kind) {
    return switch (kind) {
      case DEEP_MARKOV -> List.of("elbo", "terms", "kl");
      case SWITCHING -> List.of("logp", "regimes", "matrices");
      case OKF -> List.of("error", "errors", "matrices");
      default -> List.of("logp", "matrices");
    };
  }

  static String words(String choice) {
    return Words.of("figure." + choice);
  }

  /** The figure of a curve, when one was chosen. */
  static Optional<Figure> curve(String choice, Curve points) {
    return switch (choice) {
      case "elbo", "logp", "error" -> Optional.of(Figures.elbo(points));
      case "terms" -> Optional.of(Figures.terms(points));
      case "kl" -> Optional.of(Figures.kl(points));
      default -> Optional.empty();
    };
  }

  /** The figure of what the model believes, when one was chosen. */
  static Optional<Figure> belief(String choice, SeriesSet set, Beliefs beliefs) {
    return switch (choice) {
      case "regimes" -> Optional.of(Figures.regimes(set, beliefs.smoothed()));
      case "matrices" -> Optional.of(Figures.matrices(beliefs.findings()));
      case "errors" -> Optional.of(Figures.errors(beliefs.findings()));
      default -> Optional.empty();
    };
  }
}
