package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Blocks of an estimate of one series as one estimate. */
public final class JoinedEstimates {
  private final List<Estimate> blocks;

  private JoinedEstimates(List<Estimate> blocks) {
    this.blocks = blocks;
  }

  /**
   * One estimate of all rows, without sample paths where there are several blocks.
   *
   * @param blocks that follow one another, at least one
   */
  public static Estimate of(List<Estimate> blocks) {
    return blocks.size() == 1 ? blocks.getFirst() : new JoinedEstimates(blocks).all();
  }

  private Estimate all() {
    Estimate first = blocks.getFirst();
    return new Estimate(
        first.series(),
        first.conditioning(),
        first.method(),
        first.level(),
        first.from(),
        blocks.stream().flatMapToDouble(e -> Arrays.stream(e.times())).toArray(),
        band(Estimate::observation),
        band(Estimate::latent),
        new double[0][][],
        numbers(Estimate::crps),
        first.dimensions(),
        blocks.stream().flatMap(e -> Arrays.stream(e.regimes())).toArray(double[][]::new),
        blocks.stream().flatMap(e -> e.notes().stream()).distinct().toList(),
        numbers(Estimate::pit),
        blocks.stream().flatMapToDouble(e -> Arrays.stream(e.energy())).toArray());
  }

  private Band band(Function<Estimate, Band> part) {
    NumberRows mean = numbers(part.andThen(Band::mean));
    return new Band(
        mean,
        numbers(part.andThen(Band::lower)),
        numbers(part.andThen(Band::upper)),
        part.apply(blocks.getFirst()).hasMedian() ? numbers(part.andThen(Band::median)) : mean);
  }

  private NumberRows numbers(Function<Estimate, NumberRows> part) {
    Stream<NumberRows> parts = blocks.stream().map(part);
    return NumberRows.of(parts.flatMap(p -> Arrays.stream(p.all())).toArray(double[][]::new));
  }
}
