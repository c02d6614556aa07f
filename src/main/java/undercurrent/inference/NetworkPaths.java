package undercurrent.inference;

import java.util.LinkedHashMap;
import java.util.Map;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Posterior;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Paths of the latent state from a model's inference network. A long series is read in overlapping
 * pieces, so that memory stays bounded; recordings are kept for the lengths used last.
 */
final class NetworkPaths {
  private static final int LONGEST = 500;
  private static final int OVERLAP = 100;
  private static final int KEPT = 3;
  private final SequenceModel model;
  private final Dataset data;
  private final int paths;
  private final int kept;
  private final Map<Integer, Posterior> recorded =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Posterior> eldest) {
          return size() > kept;
        }
      };

  NetworkPaths(SequenceModel model, Dataset data, int paths) {
    this(model, data, paths, KEPT);
  }

  /**
   * @param kept recordings at most
   */
  NetworkPaths(SequenceModel model, Dataset data, int paths, int kept) {
    this.model = model;
    this.data = data;
    this.paths = paths;
    this.kept = kept;
  }

  /** Sees step {@code t} of a drawing; it stands at {@code row} of the series. */
  interface Observer {
    void step(int row, Posterior.Paths drawn, int t);
  }

  /** Draws rows {@code from .. to-1} of a series, in order. */
  void draw(int series, int from, int to, Randomness randomness, Observer observer) {
    for (int start = from; start < to; start += LONGEST) {
      Progress.current().at(start - from, to - from);
      int end = Math.min(to, start + LONGEST);
      int first = Math.max(from, start - OVERLAP);
      int last = Math.min(to, end + OVERLAP);
      Sequence piece = data.preparation().apply(series, first, last);
      Posterior.Paths drawn =
          recorded
              .computeIfAbsent(piece.steps(), steps -> model.posterior(steps, paths))
              .draw(piece, randomness.at(start));
      for (int row = start; row < end; row++) observer.step(row, drawn, row - first);
    }
  }
}
