package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;
import undercurrent.model.optimized.Noise;
import undercurrent.model.optimized.OptimizedFit;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.model.switching.SwitchingModel;
import undercurrent.series.SeriesSet;

/**
 * What a model has learned beside the states.
 *
 * @param matrices in lines, as they are to stand beside one another; empty when there are none, or
 *     too large ones
 * @param filters how the model's filter compares with others of the same kind
 */
public record Findings(List<List<LearnedMatrix>> matrices, Optional<FilterComparison> filters) {
  public static final Findings NONE = new Findings(List.of(), Optional.empty());

  /** Larger matrices are not read number by number. */
  private static final int LARGEST = 14;

  public Findings {
    matrices = List.copyOf(matrices);
  }

  /**
   * F and Q, H and R of a linear model, and with inputs B and D; of one that changes with time,
   * those of its first step.
   */
  public static Findings of(LinearPosterior model) {
    List<String> channels = channels(model.dataset().source());
    if (channels.size() > LARGEST) return NONE;
    LinearSystem system = model.system(0, 2);
    List<String> states = states(system);
    if (states.size() > LARGEST) return NONE;
    List<List<LearnedMatrix>> matrices = new ArrayList<>();
    matrices.add(
        List.of(
            matrix("F", states, states, system.part(SystemPart.TRANSITION)),
            matrix("Q", states, states, system.part(SystemPart.TRANSITION_NOISE))));
    matrices.add(
        List.of(
            matrix("H", channels, states, system.part(SystemPart.EMISSION)),
            matrix("R", channels, channels, system.part(SystemPart.EMISSION_NOISE))));
    SeriesSet set = model.dataset().source();
    if (system.inputSize() > 0) {
      List<String> inputs = names(set, set.inputChannels());
      matrices.add(
          List.of(
              matrix("B", states, inputs, system.part(SystemPart.TRANSITION_INPUT)),
              matrix("D", channels, inputs, system.part(SystemPart.EMISSION_INPUT))));
    }
    return new Findings(matrices, Optional.empty());
  }

  /** F and Q of each regime, and how regimes follow one another. */
  public static Findings of(SwitchingFit fit) {
    SwitchingModel model = fit.model();
    List<String> states = states(model.regimes().getFirst().system());
    if (states.size() > LARGEST) return NONE;
    List<LearnedMatrix> motions = new ArrayList<>();
    List<LearnedMatrix> noises = new ArrayList<>();
    for (int k = 0; k < model.size(); k++) {
      LinearSystem system = model.regimes().get(k).system();
      String of = " of regime " + (k + 1);
      motions.add(matrix("F" + of, states, states, system.part(SystemPart.TRANSITION)));
      noises.add(matrix("Q" + of, states, states, system.part(SystemPart.TRANSITION_NOISE)));
    }
    List<String> regimes = IntStream.rangeClosed(1, model.size()).mapToObj(k -> "s=" + k).toList();
    motions.add(new LearnedMatrix("T", regimes, regimes, model.transition()));
    return new Findings(List.of(motions, noises), Optional.empty());
  }

  /** Q and R of the three filters, and their errors. */
  public static Findings of(OptimizedFit fit) {
    List<String> states = fit.stateNames();
    List<String> channels = channels(fit.dataset().source());
    List<LearnedMatrix> q = new ArrayList<>();
    List<LearnedMatrix> r = new ArrayList<>();
    List<FilterComparison.Filter> filters = new ArrayList<>();
    for (OptimizedFit.Candidate candidate : fit.candidates()) {
      String name = candidate.name();
      Noise noise = candidate.scaled();
      q.add(new LearnedMatrix("Q, " + name, states, states, noise.q().toRows()));
      r.add(new LearnedMatrix("R, " + name, channels, channels, noise.r().toRows()));
      fit.errors(candidate).ifPresent(e -> filters.add(new FilterComparison.Filter(name, e)));
    }
    return new Findings(
        List.of(q, r),
        filters.isEmpty()
            ? Optional.empty()
            : Optional.of(new FilterComparison(fit.testedPart(), fit.unit(), filters)));
  }

  private static LearnedMatrix matrix(
      String name, List<String> rows, List<String> columns, Varying values) {
    double[][] table = Matrix.of(values.rows(), values.columns(), values.at(0)).toRows();
    return new LearnedMatrix(name, rows, columns, table);
  }

  private static List<String> states(LinearSystem system) {
    return IntStream.rangeClosed(1, system.latentSize()).mapToObj(i -> "z" + i).toList();
  }

  private static List<String> channels(SeriesSet set) {
    return names(set, set.observedChannels());
  }

  private static List<String> names(SeriesSet set, int[] channels) {
    return IntStream.of(channels).mapToObj(c -> set.channels().get(c).name()).toList();
  }
}
