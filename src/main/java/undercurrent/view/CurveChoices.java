package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Curve;

/** What can be shown in the place of the training curve: other curves, and what was learned. */
final class CurveChoices {
  private static final List<String> DEEP = List.of("elbo", "terms", "kl");
  private static final List<String> LINEAR =
      List.of("likelihood", "fit", "matrices", "residuals", "autocorrelation", "quantiles");

  private CurveChoices() {}

  /** What says something of a kind of model; the curve that it is trained by first. */
  static List<String> of(ModelSettings model) {
    ModelKind kind = model.kind();
    if (kind.isKnown()) {
      return model.filter().hasParticles()
          ? List.of("likelihood", "particles")
          : List.of("likelihood");
    }
    return switch (kind) {
      case DEEP_MARKOV -> DEEP;
      case SWITCHING -> List.of("likelihood", "regimes", "matrices");
      case OKF -> List.of("error", "errors", "matrices");
      case CONTINUOUS -> Stream.concat(LINEAR.stream(), Stream.of("between")).toList();
      default -> LINEAR;
    };
  }

  /** Whether a choice shows how the training goes. */
  static boolean isCurve(String choice) {
    return DEEP.contains(choice) || choice.equals("likelihood") || choice.equals("error");
  }

  /** The figure of a curve. */
  static Figure curve(String choice, Curve points) {
    return switch (choice) {
      case "terms" -> Figures.terms(points);
      case "kl" -> Figures.kl(points);
      default -> Figures.elbo(points);
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
