package undercurrent.model.dynamical;

import static undercurrent.model.dynamical.Part.Order.BACKWARD;
import static undercurrent.model.dynamical.Part.Order.DELAYED;
import static undercurrent.model.dynamical.Part.Order.FORWARD;
import static undercurrent.model.dynamical.Part.Variable.OBSERVED;
import static undercurrent.model.dynamical.Part.Variable.OBSERVED_BEFORE;
import static undercurrent.model.dynamical.Part.Variable.STATE;
import static undercurrent.model.dynamical.Part.Variable.STATE_BEFORE;
import static undercurrent.model.dynamical.Part.Variable.STATIC;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import undercurrent.model.Conditioning;
import undercurrent.model.dynamical.Part.Layer;

/**
 * What the three distributions of a dynamical VAE read at time step t (Girin et al., "Dynamical
 * Variational Autoencoders: A Comprehensive Review", 2021). With vₜ = [xₜ ⊙ mₜ, mₜ], v₀ = 0 and z₀
 * = 0:
 *
 * <pre>
 *                 p(zₜ|·)             p(xₜ|·)                   q(zₜ|·)
 *   STORN         N(0, I)             →LSTM[vₜ₋₁, zₜ]           →LSTM(vₜ)
 *   VRNN          hₜ                  zₜ, hₜ                    vₜ, hₜ           hₜ₊₁ = LSTM[vₜ, zₜ], h₁ = 0
 *   SRNN          zₜ₋₁, hₜ            zₜ, hₜ                    zₜ₋₁, ←LSTM[hₜ, vₜ]   h = →LSTM(vₜ₋₁)
 *   RVAE causal   N(0, I)             →LSTM(zₜ)                 ←LSTM(vₜ), →LSTM(zₜ₋₁)
 *   RVAE          N(0, I)             →LSTM(zₜ), ←LSTM(zₜ)      ←LSTM(vₜ), →LSTM(vₜ), →LSTM(zₜ₋₁)
 *   DSAE          →LSTM(zₜ₋₁)         zₜ, w                     →LSTM of →LSTM[vₜ, w], ←LSTM[vₜ, w]
 *   DKF           zₜ₋₁, N(0, I) at 1  zₜ                        zₜ₋₁, ←LSTM(vₜ)
 * </pre>
 *
 * <p>In DSAE w ~ N(0, I), and q(w|x₁:ₜ) reads the last state of →LSTM(vₜ) and the first of
 * ←LSTM(vₜ).
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists of parts are immutable copies.
public enum Structure {
  STORN(
      List.of(),
      List.of(new Layer("generation", FORWARD, OBSERVED_BEFORE, STATE)),
      List.of(new Layer("inference", FORWARD, OBSERVED))),
  VRNN(List.of(Layers.PAST), List.of(STATE, Layers.PAST), List.of(OBSERVED, Layers.PAST)),
  SRNN(
      List.of(STATE_BEFORE, Layers.OBSERVED_PAST),
      List.of(STATE, Layers.OBSERVED_PAST),
      List.of(STATE_BEFORE, new Layer("inference", BACKWARD, Layers.OBSERVED_PAST, OBSERVED))),
  RVAE_CAUSAL(
      List.of(),
      List.of(Layers.STATES),
      List.of(new Layer("inference", BACKWARD, OBSERVED), Layers.STATES_BEFORE)),
  RVAE(
      List.of(),
      List.of(Layers.STATES, new Layer("generation.back", BACKWARD, STATE)),
      List.of(
          new Layer("inference", BACKWARD, OBSERVED),
          new Layer("inference.forth", FORWARD, OBSERVED),
          Layers.STATES_BEFORE)),
  DSAE(
      List.of(new Layer("prior.state", FORWARD, STATE_BEFORE)),
      List.of(STATE, STATIC),
      List.of(
          new Layer(
              "inference",
              FORWARD,
              new Layer("inference.forth", FORWARD, OBSERVED, STATIC),
              new Layer("inference.back", BACKWARD, OBSERVED, STATIC)))) {
    @Override
    List<Layer> ends() {
      return List.of(
          new Layer("static.forth", FORWARD, OBSERVED),
          new Layer("static.back", BACKWARD, OBSERVED));
    }
  },
  DKF(
      List.of(STATE_BEFORE),
      List.of(STATE),
      List.of(STATE_BEFORE, new Layer("inference", BACKWARD, OBSERVED))) {
    @Override
    boolean startsStandard() {
      return true;
    }
  };

  private final List<Part> prior;
  private final List<Part> emission;
  private final List<Part> posterior;

  Structure(List<Part> prior, List<Part> emission, List<Part> posterior) {
    this.prior = List.copyOf(prior);
    this.emission = List.copyOf(emission);
    this.posterior = List.copyOf(posterior);
  }

  /** Layers that more than one distribution reads. */
  private static final class Layers {
    static final Layer PAST = new Layer("shared", DELAYED, OBSERVED, STATE);
    static final Layer OBSERVED_PAST = new Layer("shared", FORWARD, OBSERVED_BEFORE);
    static final Layer STATES = new Layer("generation", FORWARD, STATE);
    static final Layer STATES_BEFORE = new Layer("inference.z", FORWARD, STATE_BEFORE);
  }

  /** What p(zₜ|·) reads; nothing where it is N(0, I). */
  List<Part> prior() {
    return prior;
  }

  /** What p(xₜ|·) reads. */
  List<Part> emission() {
    return emission;
  }

  /** What q(zₜ|·) reads. */
  List<Part> posterior() {
    return posterior;
  }

  /** The layers of which q(w|x₁:ₜ) reads the state that has read all steps; none without w. */
  List<Layer> ends() {
    return List.of();
  }

  /** Whether p(z₁) is N(0, I) in place of what p(zₜ|·) gives for z₀ = 0. */
  boolean startsStandard() {
    return prior.isEmpty();
  }

  /** Whether there is a w. */
  boolean hasStatic() {
    return !ends().isEmpty();
  }

  /** The layers of the generative half, each after those that it reads. */
  List<Layer> generative() {
    Set<Layer> layers = new LinkedHashSet<>();
    collect(prior, layers);
    collect(emission, layers);
    return new ArrayList<>(layers);
  }

  /** All layers, each after those that it reads. */
  List<Layer> layers() {
    Set<Layer> layers = new LinkedHashSet<>(generative());
    collect(posterior, layers);
    collect(ends(), layers);
    return new ArrayList<>(layers);
  }

  private static void collect(Collection<? extends Part> parts, Set<Layer> layers) {
    for (Part part : parts) {
      if (!(part instanceof Layer layer)) continue;
      collect(layer.reads(), layers);
      layers.add(layer);
    }
  }

  /** Whether the generative half reads what was observed before. */
  public boolean readsObservations() {
    return generative().stream().anyMatch(Structure::isFed);
  }

  /** The layer of the generative half that reads what was observed before. */
  Layer feeding() {
    return generative().stream().filter(Structure::isFed).findFirst().orElseThrow();
  }

  private static boolean isFed(Layer layer) {
    return layer.reads().contains(OBSERVED) || layer.reads().contains(OBSERVED_BEFORE);
  }

  /** What q(zₜ|·) has seen: the past alone where nothing of it reads backwards. */
  Conditioning conditioning() {
    Set<Layer> layers = new LinkedHashSet<>();
    collect(posterior, layers);
    boolean seesFuture =
        hasStatic() || layers.stream().anyMatch(layer -> layer.order() == BACKWARD);
    return seesFuture ? Conditioning.SMOOTHED : Conditioning.FILTERED;
  }
}
