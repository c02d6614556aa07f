package undercurrent.model.normalizing;

import undercurrent.model.ModelWords;
import undercurrent.model.flow.WholeRows;
import undercurrent.model.normalizing.NormalizingSettings.FlowKind;
import undercurrent.series.Dataset;
import undercurrent.series.NoTrack;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;

/** Refuses data that a flow cannot take, each by one sentence. */
final class FlowChecks {
  private FlowChecks() {}

  static void require(NormalizingSettings settings, Dataset data) {
    SeriesSet set = data.source();
    NoTrack.require(set, ModelWords.of("noTrack.flow"));
    if (Support.of(set) == Support.BINARY) {
      throw new IllegalArgumentException(ModelWords.of("flowChecks.binary", set.name()));
    }
    if (settings.flow() == FlowKind.LOG) requirePositive(set);
    if (settings.flow() == FlowKind.COUPLING) requireWholeRows(data);
  }

  private static void requirePositive(SeriesSet set) {
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        for (int channel : set.observedChannels()) {
          double value = series.value(t, channel);
          if (Double.isNaN(value) || value > 0) continue;
          throw new IllegalArgumentException(
              ModelWords.of(
                  "flowChecks.positive",
                  set.channels().get(channel).name(),
                  value,
                  t + 1,
                  series.name()));
        }
      }
    }
  }

  /** A coupling layer inverts whole vectors only. */
  private static void requireWholeRows(Dataset data) {
    SeriesSet set = data.source();
    int size = data.observationSize();
    if (size < 2) {
      throw new IllegalArgumentException(ModelWords.of("flowChecks.oneChannel", set.name()));
    }
    WholeRows.firstPart(data)
        .ifPresent(
            row -> {
              throw new IllegalArgumentException(ModelWords.of("flowChecks.incompleteRow", row));
            });
  }
}
