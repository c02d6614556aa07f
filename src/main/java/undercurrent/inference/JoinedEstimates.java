package undercurrent.inference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Blocks of an estimate of one series, put together to one as they come. */
public final class JoinedEstimates {
  private final int rows;
  private final Set<String> notes = new LinkedHashSet<>();
  private @Nullable Estimate last;
  private @Nullable Estimate all;
  private int filled;

  /** Of so many rows in all. */
  JoinedEstimates(int rows) {
    this.rows = rows;
  }

  /**
   * One estimate of all rows, without sample paths where there are several blocks.
   *
   * @param blocks that follow one another, at least one
   */
  public static Estimate of(List<Estimate> blocks) {
    JoinedEstimates joined = new JoinedEstimates(blocks.stream().mapToInt(Estimate::length).sum());
    blocks.forEach(joined::add);
    return joined.estimate();
  }

  /** Takes the next rows; a copy is kept, but of a block that is all. */
  void add(Estimate block) {
    Estimate known = all;
    if (known == null) {
      known = block.length() == rows ? block : empty(block);
      all = known;
    }
    if (block.length() < rows) copy(block, known);
    filled += block.length();
    notes.addAll(block.notes());
    last = block;
  }

  private void copy(Estimate block, Estimate to) {
    System.arraycopy(block.times(), 0, to.times(), filled, block.length());
    copy(block.observation(), to.observation());
    copy(block.latent(), to.latent());
    to.crps().set(filled, block.crps());
    to.pit().set(filled, block.pit());
    for (int n = 0; n < block.regimes().length; n++) to.regimes()[filled + n] = block.regimes()[n];
    System.arraycopy(block.energy(), 0, to.energy(), filled, block.length());
  }

  private void copy(Band block, Band to) {
    to.mean().set(filled, block.mean());
    to.lower().set(filled, block.lower());
    to.upper().set(filled, block.upper());
    if (to.hasMedian()) to.median().set(filled, block.median());
  }

  private Estimate empty(Estimate like) {
    return new Estimate(
        like.series(),
        like.conditioning(),
        like.method(),
        like.level(),
        like.from(),
        new double[rows],
        empty(like.observation()),
        empty(like.latent()),
        new double[0][][],
        new NumberRows(rows, like.crps().columns()),
        like.dimensions(),
        like.regimes().length == 0 ? Estimate.NO_REGIMES : new double[rows][],
        like.notes(),
        new NumberRows(rows, like.pit().columns()),
        new double[rows]);
  }

  private Band empty(Band like) {
    return like.hasMedian()
        ? Band.ofSample(rows, like.size())
        : EstimateRows.band(rows, like.size());
  }

  /**
   * All rows, once they have been added; the method is that of the last ones, the farthest ahead.
   */
  Estimate estimate() {
    Estimate known = Objects.requireNonNull(all, "no block");
    return known.told(Objects.requireNonNull(last).method(), List.copyOf(notes));
  }
}
