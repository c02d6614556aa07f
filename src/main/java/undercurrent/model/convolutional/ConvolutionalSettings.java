package undercurrent.model.convolutional;

import undercurrent.model.ModelSettings;
import undercurrent.model.deep.CellKind;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.model.deep.Likelihood;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.deep.RateLink;
import undercurrent.model.deep.TransitionKind;
import undercurrent.settings.Knob;

/**
 * The settings of a convolutional Markov model.
 *
 * @param latentChannels numbers of the state at each of its pixels
 * @param boundedMean whether the mean of what is observed is kept between the least and the largest
 *     value of the training part, by tanh
 */
public record ConvolutionalSettings(
    @Knob(group = "model", min = 1, max = 64) int latentChannels,
    Maps maps,
    @Knob(group = "model", advanced = true) DeepSettings.PriorKind prior,
    @Knob(group = "model") TransitionKind transition,
    EmissionSettings emission,
    @Knob(group = "model", when = "likelihood=automatic|gaussian|student-t", advanced = true)
        boolean boundedMean,
    Reader reader,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {

  /**
   * The layers.
   *
   * @param mapChannels of the layers; those of the encoder double with each halving
   * @param kernel pixels along a side of the square that a layer looks at, odd
   * @param halvings layers of the encoder that halve the sides of the frame, and of the emission
   *     that double them
   */
  public record Maps(
      @Knob(group = "model", min = 1, max = 256) int mapChannels,
      @Knob(group = "model", max = 256, advanced = true) int transitionChannels,
      @Knob(group = "model", max = 256, advanced = true) int emissionChannels,
      @Knob(group = "model", max = 256, advanced = true) int networkChannels,
      @Knob(group = "model", min = 1, max = 7, advanced = true) int kernel,
      @Knob(group = "model", max = 5) int halvings) {
    /** All layers alike, of 3 × 3 pixels. */
    public static Maps of(int channels, int halvings) {
      return new Maps(channels, 0, 0, 0, 3, halvings);
    }

    int transition() {
      return own(transitionChannels);
    }

    int emission() {
      return own(emissionChannels);
    }

    int network() {
      return own(networkChannels);
    }

    private int own(int channels) {
      return channels == 0 ? mapChannels : channels;
    }
  }

  /** The inference network. */
  public record Reader(
      @Knob(group = "network") NetworkKind network,
      @Knob(group = "network", when = "network!=kalman-update", advanced = true) CellKind cell,
      @Knob(group = "network", when = "network!=kalman-update", max = 0.9, advanced = true)
          double dropout) {
    /** A ConvLSTM that reads backwards. */
    public static final Reader USUAL = new Reader(NetworkKind.STRUCTURED_FUTURE, CellKind.LSTM, 0);
  }

  /** What a new experiment starts from. */
  public static ConvolutionalSettings defaults() {
    EmissionSettings emission =
        new EmissionSettings(
            Likelihood.AUTOMATIC,
            EmissionSettings.Noise.STATE_DEPENDENT,
            0.1,
            RateLink.SOFTPLUS,
            EmissionSettings.Couplings.USUAL);
    return new ConvolutionalSettings(
        8,
        Maps.of(16, 2),
        DeepSettings.PriorKind.LEARNED,
        TransitionKind.GATED,
        emission,
        false,
        Reader.USUAL,
        1e-3);
  }

  /** The same as those of a model of rows, of which each pixel of a state is one. */
  DeepSettings ofPixels() {
    return new DeepSettings(
        latentChannels,
        new DeepSettings.Units(
            maps.mapChannels(), maps.transition(), maps.emission(), maps.network()),
        prior,
        transition,
        DeepSettings.Given.NOTHING,
        DeepSettings.Reading.USUAL,
        emission,
        new DeepSettings.NetworkSettings(
            reader.network(), reader.cell(), reader.dropout(), false, 0),
        deviationFloor);
  }
}
