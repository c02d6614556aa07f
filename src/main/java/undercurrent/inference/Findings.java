package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
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
import undercurrent.series.Preparation;
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

  /** The name of the only column of a vector. */
  private static final List<String> ONE = List.of("");

  public Findings {
    matrices = List.copyOf(matrices);
  }

  /**
   * F, Q and b, H, R and d of a linear model, with inputs B and D, and of its start m1, P1 and, as
   * columns of A, the directions in which it is exactly diffuse; of one that changes with time,
   * those of its first step. They are of standardised values; each channel's centre and scale in
   * the file stand beside H.
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
            matrix(system, SystemPart.TRANSITION, states, states),
            matrix(system, SystemPart.TRANSITION_NOISE, states, states),
            matrix(system, SystemPart.TRANSITION_OFFSET, states, ONE)));
    matrices.add(emission(system, channels, states, model::centre, model::scale));
    SeriesSet set = model.dataset().source();
    if (system.inputSize() > 0) {
      List<String> inputs = names(set, set.inputChannels());
      matrices.add(
          List.of(
              matrix(system, SystemPart.TRANSITION_INPUT, states, inputs),
              matrix(system, SystemPart.EMISSION_INPUT, channels, inputs)));
    }
    matrices.add(start(system, states));
    return new Findings(matrices, Optional.empty());
  }

  /**
   * F, Q and b of each regime, how regimes begin and follow one another, and what all regimes
   * share: H, R and d, and the start m1 and P1; of standardised values.
   */
  public static Findings of(SwitchingFit fit) {
    SwitchingModel model = fit.model();
    List<String> states = states(model.regimes().getFirst().system());
    if (states.size() > LARGEST) return NONE;
    List<LearnedMatrix> motions = new ArrayList<>();
    List<LearnedMatrix> noises = new ArrayList<>();
    List<LearnedMatrix> offsets = new ArrayList<>();
    for (int k = 0; k < model.size(); k++) {
      LinearSystem system = model.regimes().get(k).system();
      String of = " of regime " + (k + 1);
      motions.add(matrix(of, system, SystemPart.TRANSITION, states, states));
      noises.add(matrix(of, system, SystemPart.TRANSITION_NOISE, states, states));
      offsets.add(matrix(of, system, SystemPart.TRANSITION_OFFSET, states, ONE));
    }
    List<String> regimes = IntStream.rangeClosed(1, model.size()).mapToObj(k -> "s=" + k).toList();
    motions.add(new LearnedMatrix("T", regimes, regimes, model.transition()));
    noises.add(column("π", regimes, k -> model.initial()[k]));
    LinearSystem shared = model.regimes().getFirst().system();
    Preparation units = fit.dataset().preparation();
    double[] centre = units.restore(0, 0, new double[1][shared.observedSize()], false)[0];
    return new Findings(
        List.of(
            motions,
            noises,
            offsets,
            emission(
                shared, channels(fit.dataset().source()), states, d -> centre[d], units::scale),
            start(shared, states)),
        Optional.empty());
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

  /** H, R and d, and what their standardised values are in the file. */
  private static List<LearnedMatrix> emission(
      LinearSystem system,
      List<String> channels,
      List<String> states,
      IntToDoubleFunction centre,
      IntToDoubleFunction scale) {
    return List.of(
        matrix(system, SystemPart.EMISSION, channels, states),
        matrix(system, SystemPart.EMISSION_NOISE, channels, channels),
        matrix(system, SystemPart.EMISSION_OFFSET, channels, ONE),
        column("centre", channels, centre),
        column("scale", channels, scale));
  }

  /** m1, P1 and, where it is diffuse, A. */
  private static List<LearnedMatrix> start(LinearSystem system, List<String> states) {
    List<LearnedMatrix> start = new ArrayList<>();
    start.add(matrix(system, SystemPart.INITIAL_COVARIANCE, states, states));
    if (system.diffuseSize() > 0) {
      start.add(
          new LearnedMatrix(
              "A", states, numbered("a", system.diffuseSize()), system.diffuseDirections()));
    }
    start.add(matrix(system, SystemPart.INITIAL_MEAN, states, ONE));
    return start;
  }

  private static LearnedMatrix matrix(
      LinearSystem system, SystemPart part, List<String> rows, List<String> columns) {
    return matrix("", system, part, rows, columns);
  }

  private static LearnedMatrix matrix(
      String of, LinearSystem system, SystemPart part, List<String> rows, List<String> columns) {
    Varying values = system.part(part);
    double[][] table = Matrix.of(values.rows(), values.columns(), values.at(0)).toRows();
    return new LearnedMatrix(part.letter() + of, rows, columns, table);
  }

  private static LearnedMatrix column(String name, List<String> rows, IntToDoubleFunction value) {
    double[][] table =
        IntStream.range(0, rows.size())
            .mapToObj(d -> new double[] {value.applyAsDouble(d)})
            .toArray(double[][]::new);
    return new LearnedMatrix(name, rows, ONE, table);
  }

  private static List<String> states(LinearSystem system) {
    return numbered("z", system.latentSize());
  }

  private static List<String> numbered(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }

  private static List<String> channels(SeriesSet set) {
    return names(set, set.observedChannels());
  }

  private static List<String> names(SeriesSet set, int[] channels) {
    return IntStream.of(channels).mapToObj(c -> set.channels().get(c).name()).toList();
  }
}
