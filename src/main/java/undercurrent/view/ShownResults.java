package undercurrent.view;

import java.util.List;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.inference.Estimate;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Curve;

/** What the figures of the window are drawn from. */
final class ShownResults {
  private ShownResults() {}

  /**
   * Of one look at a series.
   *
   * @param channel that is looked at
   * @param points of the training so far
   * @param beside estimates of a linear model, if one is compared
   */
  static Results of(
      Experiment experiment, int channel, Curve points, Beliefs beliefs, List<Estimate> beside) {
    return Results.NONE
        .and(ResultKey.SET, experiment.data())
        .and(ResultKey.SERIES, beliefs.watch().series())
        .and(ResultKey.CHANNEL, channel)
        .and(ResultKey.CURVE, points)
        .and(
            ResultKey.SEEN,
            Stream.concat(Stream.of(beliefs.filtered()), beliefs.forecast().stream()).toList())
        .and(ResultKey.SMOOTHED, beliefs.smoothed())
        .and(ResultKey.BESIDE, beside)
        .and(beliefs.results());
  }
}
