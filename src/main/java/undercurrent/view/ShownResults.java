package undercurrent.view;

import java.util.List;
import java.util.stream.Stream;
import undercurrent.edit.Revision;
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
   * @param revision the data, and what was changed in them
   * @param channel that is looked at
   * @param points of the training so far
   * @param beside estimates of a linear model, if one is compared
   */
  static Results of(
      Revision revision, int channel, Curve points, Beliefs beliefs, List<Estimate> beside) {
    return Results.NONE
        .and(ResultKey.SET, revision.shown())
        .and(ResultKey.ORIGINAL, revision.readAs())
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
