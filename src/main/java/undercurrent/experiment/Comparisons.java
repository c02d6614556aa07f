package undercurrent.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a document keeps beside its training, to be compared with it. Immutable.
 *
 * @param pinned runs that were pinned, in the order of their table
 * @param kinds runs of several kinds on the same series, each kind with its seeds
 * @param sweep the last sweep of settings
 */
public record Comparisons(List<KeptRun> pinned, List<KeptRun> kinds, Optional<KeptSweep> sweep) {
  /** Nothing. */
  public static final Comparisons NONE = new Comparisons(List.of(), List.of(), Optional.empty());

  /** A table of more runs is not read. */
  public static final int MOST_RUNS = 1000;

  public Comparisons {
    pinned = List.copyOf(pinned);
    kinds = List.copyOf(kinds);
    if (Math.max(pinned.size(), kinds.size()) > MOST_RUNS) {
      throw new IllegalArgumentException(ExperimentWords.of("comparisons.tooMany"));
    }
  }

  /** True when there is nothing. */
  public boolean isEmpty() {
    return pinned.isEmpty() && kinds.isEmpty() && sweep.isEmpty();
  }

  /** With one more pinned run. */
  public Comparisons and(KeptRun run) {
    List<KeptRun> more = new ArrayList<>(pinned);
    more.add(run);
    return new Comparisons(more, kinds, sweep);
  }

  /** With a pinned run changed. */
  public Comparisons changed(int index, UnaryOperator<KeptRun> change) {
    List<KeptRun> all = new ArrayList<>(pinned);
    all.set(index, change.apply(all.get(index)));
    return new Comparisons(all, kinds, sweep);
  }

  /** Without a pinned run. */
  public Comparisons without(int index) {
    List<KeptRun> fewer = new ArrayList<>(pinned);
    fewer.remove(index);
    return new Comparisons(fewer, kinds, sweep);
  }

  /** With other runs of kinds. */
  public Comparisons ofKinds(List<KeptRun> runs) {
    return new Comparisons(pinned, runs, sweep);
  }

  /** With another sweep. */
  public Comparisons of(KeptSweep other) {
    return new Comparisons(pinned, kinds, Optional.of(other));
  }
}
