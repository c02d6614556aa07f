package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.kvae.KalmanVae;
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
 * @param whole all that the model is made of, of which no picture is drawn; empty when there is no
 *     such thing, or it is too large
 * @param filters how the model's filter compares with others of the same kind
 */
public record Findings(
    List<List<LearnedMatrix>> matrices,
    List<LearnedMatrix> whole,
    Optional<FilterComparison> filters) {
  public static final Findings NONE = new Findings(List.of(), Optional.empty());

  /** Larger matrices are not read number by number. */
  public static final int LARGEST = 14;

  /** Larger ones are not written either. */
  private static final int LARGEST_WHOLE = 200;

  public Findings {
    matrices = List.copyOf(matrices);
    whole = List.copyOf(whole);
  }

  /** With matrices that are all drawn. */
  public Findings(List<List<LearnedMatrix>> matrices, Optional<FilterComparison> filters) {
    this(matrices, List.of(), filters);
  }

  /**
   * F and Q, H and R of a linear model, and with inputs B and D; of one that changes with time,
   * those of its first step. As a whole it has the offsets b and d and the start too, {@link
   * SystemMatrices}.
   */
  public static Findings of(LinearPosterior model) {
    SeriesSet set = model.dataset().source();
    List<String> channels = channels(set);
    if (channels.size() > LARGEST_WHOLE) return NONE;
    LinearSystem system = model.system(0, 2);
    if (system.latentSize() > LARGEST_WHOLE) return NONE;
    SystemMatrices all = new SystemMatrices(system, channels, names(set, set.inputChannels()));
    List<LearnedMatrix> whole = new ArrayList<>(all.motion(""));
    whole.addAll(all.emission(model::centre, model::scale));
    whole.addAll(all.start());
    boolean isDrawn = Math.max(system.latentSize(), channels.size()) <= LARGEST;
    return new Findings(isDrawn ? all.lines() : List.of(), whole, Optional.empty());
  }

  /** The matrices of a linear system in the base space of a flow. */
  static Findings of(LinearSystem system, SeriesSet set) {
    List<String> channels = channels(set);
    boolean isDrawn = Math.max(system.latentSize(), channels.size()) <= LARGEST;
    if (!isDrawn) return NONE;
    SystemMatrices all = new SystemMatrices(system, channels, List.of());
    return new Findings(all.lines(), List.of(), Optional.empty());
  }

  /**
   * F and Q of each regime, and how regimes follow one another. As a whole also the offset b of
   * each regime, the first probabilities π, and what all regimes share: H, R and d, and the start.
   */
  public static Findings of(SwitchingFit fit) {
    SwitchingModel model = fit.model();
    List<String> channels = channels(fit.dataset().source());
    SystemMatrices shared = matrices(model, 0, channels);
    if (Math.max(shared.size(), channels.size()) > LARGEST_WHOLE) return NONE;
    List<LearnedMatrix> motions = new ArrayList<>();
    List<LearnedMatrix> noises = new ArrayList<>();
    List<LearnedMatrix> whole = new ArrayList<>();
    for (int k = 0; k < model.size(); k++) {
      List<LearnedMatrix> motion = matrices(model, k, channels).motion(" of regime " + (k + 1));
      motions.add(motion.get(0));
      noises.add(motion.get(1));
      whole.addAll(motion);
    }
    List<String> regimes = IntStream.rangeClosed(1, model.size()).mapToObj(k -> "s=" + k).toList();
    LearnedMatrix changes = new LearnedMatrix("T", regimes, regimes, model.transition());
    motions.add(changes);
    whole.add(changes);
    whole.add(LearnedMatrix.column("π", regimes, k -> model.initial()[k]));
    Preparation units = fit.dataset().preparation();
    double[] centre = units.restore(0, 0, new double[1][channels.size()], false)[0];
    whole.addAll(shared.emission(d -> centre[d], units::scale));
    whole.addAll(shared.start());
    boolean isDrawn = shared.size() <= LARGEST;
    return new Findings(isDrawn ? List.of(motions, noises) : List.of(), whole, Optional.empty());
  }

  /** F, H and B of each mode of a Kalman VAE, and Q and R, which all share. */
  static Findings of(KalmanVae model, SeriesSet set) {
    List<String> states = SystemMatrices.numbered("z", model.stateSize());
    List<String> encoding = SystemMatrices.numbered("a", model.latentSize());
    List<String> inputs = names(set, set.inputChannels());
    double[][] known = new double[1][inputs.size()];
    List<LearnedMatrix> motions = new ArrayList<>();
    List<LearnedMatrix> emissions = new ArrayList<>();
    List<LearnedMatrix> effects = new ArrayList<>();
    List<LearnedMatrix> noises = new ArrayList<>();
    for (int k = 0; k < model.modeCount(); k++) {
      double[] alone = new double[model.modeCount()];
      alone[k] = 1;
      String of = model.modeCount() == 1 ? "" : " of mode " + (k + 1);
      LinearSystem system = model.system(new double[][] {alone}, known);
      motions.add(matrix("F" + of, states, states, system, SystemPart.TRANSITION));
      emissions.add(matrix("H" + of, encoding, states, system, SystemPart.EMISSION));
      if (!inputs.isEmpty()) {
        effects.add(new LearnedMatrix("B" + of, states, inputs, model.inputEffects(alone)));
      }
      if (k > 0) continue;
      noises.add(matrix("Q", states, states, system, SystemPart.TRANSITION_NOISE));
      noises.add(matrix("R", encoding, encoding, system, SystemPart.EMISSION_NOISE));
    }
    List<List<LearnedMatrix>> lines = new ArrayList<>(List.of(motions, emissions));
    if (!effects.isEmpty()) lines.add(effects);
    lines.add(noises);
    List<LearnedMatrix> whole = lines.stream().flatMap(List::stream).toList();
    boolean isDrawn = Math.max(states.size(), inputs.size()) <= LARGEST;
    return new Findings(isDrawn ? lines : List.of(), whole, Optional.empty());
  }

  private static LearnedMatrix matrix(
      String name, List<String> rows, List<String> columns, LinearSystem system, SystemPart part) {
    Varying values = system.part(part);
    double[][] table = Matrix.of(values.rows(), values.columns(), values.at(0)).toRows();
    return new LearnedMatrix(name, rows, columns, table);
  }

  private static SystemMatrices matrices(SwitchingModel model, int regime, List<String> channels) {
    return new SystemMatrices(model.regimes().get(regime).system(), channels, List.of());
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

  private static List<String> channels(SeriesSet set) {
    return names(set, set.observedChannels());
  }

  private static List<String> names(SeriesSet set, int[] channels) {
    return IntStream.of(channels).mapToObj(c -> set.channels().get(c).name()).toList();
  }
}
