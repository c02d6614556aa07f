package undercurrent.model.kvae;

import java.util.Optional;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.ModelWords;
import undercurrent.model.PathObjective;
import undercurrent.model.Trainable;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.ElboObjective;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.SideInputs;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;
import undercurrent.series.KnownInputs;
import undercurrent.series.NoTrack;

/**
 * A Kalman variational auto-encoder:
 *
 * <pre>
 *   q(aₜ|xₜ)           the encoder
 *   p(xₜ|aₜ)           the decoder
 *   αₜ = softmax(W LSTM(aₜ₋₁) + b)     Fₜ = Σₖ αₜₖ F⁽ᵏ⁾, Hₜ and Bₜ likewise
 *   zₜ = Fₜ zₜ₋₁ + Bₜ uₜ + N(0, Q)     aₜ = Hₜ zₜ + N(0, R)
 *   ELBO = Σ over steps with an observation of log p(xₜ|aₜ) + log p(aₜ|a₁:ₜ₋₁) − log q(aₜ|xₜ)
 * </pre>
 *
 * log p(aₜ|a₁:ₜ₋₁) is that of the Kalman filter, so that no zₜ is drawn. At a step without an
 * observation the layer next reads what the filter expects, Hₜ m⁻, and nothing is counted. With one
 * mode there is no layer, and the model of the encodings is linear with constant matrices.
 */
public final class KalmanVae implements Trainable {
  private final Parameters parameters = new Parameters();
  private final KalmanVaeSettings settings;
  private final SideInputs sides;
  private final Maps maps;
  private final Modes modes;
  private final Optional<Mixing> mixing;

  /**
   * A model with freshly drawn weights.
   *
   * @param inputs U
   */
  public KalmanVae(KalmanVaeSettings settings, ChannelStatistics channels, int inputs, long seed) {
    this(settings, channels, Optional.empty(), inputs, seed);
  }

  /**
   * A model of frames.
   *
   * @param frame what an observation is, if it is a frame
   * @throws IllegalArgumentException one sentence, when the maps do not fit the frames
   */
  KalmanVae(
      KalmanVaeSettings settings,
      ChannelStatistics channels,
      Optional<FrameShape> frame,
      int inputs,
      long seed) {
    this.settings = settings;
    sides = new SideInputs(channels.size(), inputs, 0, false, Optional.empty());
    Randomness random = Randomness.of(seed).named("weights");
    maps = maps(settings, channels, frame, random);
    modes = new Modes(parameters, settings, inputs, random);
    mixing =
        settings.modes() == 1
            ? Optional.empty()
            : Optional.of(
                new Mixing(
                    parameters,
                    settings.modes(),
                    settings.encodingSize(),
                    settings.mixingUnits(),
                    random));
  }

  /**
   * A model for a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  public static KalmanVae of(KalmanVaeSettings settings, Dataset data, long seed) {
    NoTrack.require(data.source(), ModelWords.of("noTrack.vae"));
    KnownInputs.require(data.source());
    int inputs = data.source().inputChannels().length;
    ChannelStatistics channels = ChannelStatistics.of(data);
    return new KalmanVae(settings, channels, data.source().frame(), inputs, seed);
  }

  private Maps maps(
      KalmanVaeSettings settings,
      ChannelStatistics channels,
      Optional<FrameShape> frame,
      Randomness random) {
    FrameMaps chosen = settings.frames().frameMaps();
    if (chosen == FrameMaps.AUTOMATIC) {
      chosen =
          frame.filter(FrameLevels::fits).isPresent() ? FrameMaps.CONVOLUTION : FrameMaps.VECTOR;
    }
    if (chosen == FrameMaps.VECTOR) return new VectorMaps(parameters, settings, channels, random);
    FrameShape shape =
        frame.orElseThrow(() -> new IllegalArgumentException(ModelWords.of("kalmanVae.frameMaps")));
    return new FilmMaps(parameters, settings, shape, channels, random);
  }

  @Override
  public int observationSize() {
    return sides.size();
  }

  /** m, of aₜ: of its numbers the bound has a term each. */
  @Override
  public int latentSize() {
    return modes.size();
  }

  /** n, of zₜ. */
  public int stateSize() {
    return modes.states();
  }

  /** K. */
  public int modeCount() {
    return modes.count();
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  SideInputs sides() {
    return sides;
  }

  Maps maps() {
    return maps;
  }

  Modes modes() {
    return modes;
  }

  /** Nothing of a single mode. */
  Optional<Mixing> mixing() {
    return mixing;
  }

  /** The share of a training in which all modes have the same weight. */
  double uniformShare() {
    return settings.uniformShare();
  }

  /**
   * How many numbers of a {@link ReferenceFrame} the emission reads behind aₜ; none unless frames
   * are displaced.
   */
  public int referenceSize() {
    return maps.referenceSize();
  }

  /** p(xₜ|aₜ). */
  public Emission emission() {
    return maps.emission();
  }

  /**
   * The linear system of encodings at some steps, with the weights as they are now; its
   * observations are aₜ.
   *
   * @param weights αₜ of each step, {@code [T][K]}
   * @param inputs uₜ of each step, {@code [T][U]}
   */
  public LinearSystem system(double[][] weights, double[][] inputs) {
    return modes.system(weights, inputs);
  }

  /**
   * B, mixed by some weights, {@code [n][U]}.
   *
   * @param weights {@code [K]}
   */
  public double[][] inputEffects(double[] weights) {
    double[] flat = modes.mixed(SystemPart.TRANSITION_INPUT, weights);
    return Matrix.of(stateSize(), sides.inputs(), flat).toRows();
  }

  @Override
  public ElboObjective record(Tape tape, int steps, int batch) {
    return new KalmanVaeObjective(this, tape, steps, batch);
  }

  @Override
  public Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return Optional.of(record(tape, steps, batch).withWeights());
  }
}
