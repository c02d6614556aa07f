package undercurrent.sweep;

import java.util.Map;
import undercurrent.series.Part;
import undercurrent.training.Criterion;

/** Outcomes whose numbers are given. */
final class SweepOutcomes {
  private SweepOutcomes() {}

  static Outcome trained(Point point, double validation) {
    return new Outcome(
        point, Outcome.Status.TRAINED, 1, "", Criterion.ELBO, Map.of(Part.VALIDATION, validation));
  }
}
