package undercurrent.model.kvae;

import undercurrent.model.ModelSettings;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a Kalman VAE.
 *
 * @param modes K; one mode is a linear model of the encodings
 * @param latentSize n, of the linear state zₜ
 * @param encodingSize m, of aₜ, between the linear model and what is observed
 * @param hiddenUnits of the encoder and the decoder
 * @param mixingUnits of the recurrent layer that the weights of the modes come from
 * @param uniformShare the share of the training, at its beginning, in which all modes have the same
 *     weight
 * @param firstTurn radians a step by which mode k + 1 turns pairs of the state more than mode k at
 *     the start; 0 = all of them start as the identity
 */
public record KalmanVaeSettings(
    @Knob(group = "model", min = 1, max = 6) int modes,
    @Knob(group = "model", min = 1, max = 32) int latentSize,
    @Knob(group = "model", min = 1, max = 16) int encodingSize,
    @Knob(group = "model", min = 1, max = 2048) int hiddenUnits,
    @Knob(group = "model", when = "modes!=1", min = 1, max = 512) int mixingUnits,
    @Knob(group = "model", when = "modes!=1", max = 0.9) double uniformShare,
    @Knob(group = "model", when = "modes!=1", max = 1, advanced = true) double firstTurn,
    LinearNoise linearNoise,
    Frames frames,
    EmissionSettings emission,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {

  /**
   * The variances of the linear model, and of the encoder. They say in which unit encodings are, so
   * that they can stay as they are; learned, they start there.
   *
   * @param learnedNoise whether q, r and the first variance are learned, each number by itself
   * @param stateVariance q
   * @param encodingVariance r
   * @param firstVariance of z₁
   * @param encoderVariance the largest that q(aₜ|xₜ) can have
   */
  public record LinearNoise(
      @Knob(group = "model") boolean learnedNoise,
      @Knob(group = "model", min = 1e-6, max = 100, advanced = true) double stateVariance,
      @Knob(group = "model", min = 1e-6, max = 100, advanced = true) double encodingVariance,
      @Knob(group = "model", min = 1e-3, max = 1e4, advanced = true) double firstVariance,
      @Knob(group = "model", min = 1e-6, max = 100, advanced = true) double encoderVariance) {
    /** Those of the article. */
    public static final LinearNoise USUAL = new LinearNoise(false, 0.08, 0.03, 20, 0.03);
  }

  /**
   * The maps of frames.
   *
   * @param filters channels after the first convolution of the encoder, and before the last one of
   *     the decoder
   * @param smoothness what the squared differences of neighbouring displacements cost, in nats
   */
  public record Frames(
      @Knob(group = "model") FrameMaps frameMaps,
      @Knob(group = "model", when = "frameMaps!=vector", min = 1, max = 128) int filters,
      @Knob(group = "model", when = "frameMaps=displacement", max = 1e4) double smoothness) {
    public static final Frames USUAL = new Frames(FrameMaps.AUTOMATIC, 8, 0.1);
  }

  /** What a new experiment starts from. */
  public static KalmanVaeSettings defaults() {
    return new KalmanVaeSettings(
        3, 4, 2, 32, 32, 0.1, 0.1, LinearNoise.USUAL, Frames.USUAL, EmissionSettings.USUAL, 1e-3);
  }
}
