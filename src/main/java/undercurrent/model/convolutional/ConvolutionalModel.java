package undercurrent.model.convolutional;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import undercurrent.math.ConvolutionLayer;
import undercurrent.math.FrameGeometry;
import undercurrent.math.Initial;
import undercurrent.math.Layer;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.Normal;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.model.deep.InferenceNetwork;
import undercurrent.model.deep.Layers;
import undercurrent.model.deep.LearnedPrior;
import undercurrent.model.deep.MeanRange;
import undercurrent.model.deep.NetworkParts;
import undercurrent.model.deep.Prior;
import undercurrent.model.deep.SideInputs;
import undercurrent.model.deep.StandardPrior;
import undercurrent.model.deep.Transition;
import undercurrent.model.deep.TransitionParts;
import undercurrent.model.deep.TransitionPrior;
import undercurrent.model.deep.Trunk;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;
import undercurrent.series.Sequence;

/**
 * Makes convolutional Markov models (Halim and Kawamoto, "2D Convolutional Neural Markov Models for
 * Spatiotemporal Sequence Forecasting", Sensors 20(15), 2020): the boxes of a {@link
 * DeepMarkovModel} with convolutions in place of linear layers. The state z is a frame of maps, of
 * which p(z₁) is learned pixel by pixel; weights are shared by all pixels.
 *
 * <pre>
 *   encoder            eₜ = ReLU(conv … ReLU(conv [xₜ·mₜ, mₜ])), each halves the sides
 *   inference network  h = ConvLSTM(e) from the last step to the first
 *                      q(zₜ|·) from ½ (tanh(conv zₜ₋₁) + hₜ)
 *   transition         (1 − g) ⊙ conv z + g ⊙ h, the first convolution begins as the identity
 *   emission           ReLU(conv z), then transposed convolutions that double the sides
 * </pre>
 */
public final class ConvolutionalModel {
  /** Where deviations of transition and inference network start; larger ones drown what is seen. */
  private static final double FIRST_DEVIATION = 0.127;

  /** Where the log-odds of a gate start: the transition begins near the identity. */
  private static final double FIRST_GATE = -1;

  private static final Pattern SPREADS =
      Pattern.compile("(transition|network)\\.spread\\d?\\.bias|transition\\.spread");

  private ConvolutionalModel() {}

  /**
   * A model of the films of a data set with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the data are no films or settings do not
   *     fit
   */
  public static DeepMarkovModel of(ConvolutionalSettings settings, Dataset data, long seed) {
    FrameShape shape =
        data.source()
            .frame()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        ModelWords.of("convolutionalModel.noFrames", data.source().name())));
    return of(settings, shape, ChannelStatistics.of(data), range(data), seed);
  }

  /**
   * A model with freshly drawn weights.
   *
   * @param channels of the D observed places of the frame
   * @param range that the mean is kept in where the settings say so
   * @throws IllegalArgumentException one sentence, when settings and shape do not fit each other
   */
  public static DeepMarkovModel of(
      ConvolutionalSettings settings,
      FrameShape shape,
      ChannelStatistics channels,
      MeanRange range,
      long seed) {
    ConvolutionalSettings.Maps maps = settings.maps();
    FrameSizes sizes = new FrameSizes(shape, maps.kernel(), maps.halvings());
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    int pixels = sizes.latentPixels();
    int z = settings.latentChannels();
    double floor = settings.deviationFloor();
    Convolutions layers = new Convolutions(sizes.same());
    Prior prior =
        settings.prior() == DeepSettings.PriorKind.LEARNED
            ? new LearnedPrior(parameters, pixels * z, floor)
            : new StandardPrior(pixels * z);
    Transition ofPixels =
        settings
            .transition()
            .transition(
                new TransitionParts(parameters, z, 0, maps.transition(), floor, layers, random));
    Transition transition = new FrameTransition(ofPixels, pixels);
    if (settings.prior() == DeepSettings.PriorKind.TRANSITION) {
      prior = new TransitionPrior(parameters, pixels * z, transition);
    }
    Trunk trunk = new FrameTrunk(parameters, sizes, z, maps.emission(), random);
    Emission emission =
        new EmissionParts(
                parameters,
                settings.emission(),
                floor,
                trunk,
                channels,
                OptionalInt.empty(),
                settings.boundedMean() ? Optional.of(range) : Optional.empty(),
                random)
            .emission();
    FrameEncoder encoder = new FrameEncoder(parameters, sizes, maps.mapChannels(), random);
    NetworkParts parts =
        new NetworkParts(
            parameters,
            settings.ofPixels(),
            encoder.channels(),
            ofPixels(prior, pixels),
            ofPixels,
            layers,
            random);
    InferenceNetwork network = new FrameNetwork(encoder, parts.inferenceNetwork(), pixels);
    startNearTheIdentity(parameters);
    SideInputs sides = SideInputs.none(shape.size());
    return new DeepMarkovModel(
        parameters, sides, pixels * z, prior, transition, emission, network, 1);
  }

  /** p(z₁) of rows that are pixels. */
  private static Prior ofPixels(Prior prior, int pixels) {
    return (tape, context) -> {
      int states = context.rows() / pixels;
      Normal first = prior.record(tape, tape.input(states, 0));
      return new Normal(
          FrameTransition.pixels(first.mean(), pixels), FrameTransition.pixels(first.sd(), pixels));
    };
  }

  private static void startNearTheIdentity(Parameters parameters) {
    double spread = Initial.inverseSoftplus(FIRST_DEVIATION);
    for (Parameters.Entry entry : parameters.entries()) {
      if (SPREADS.matcher(entry.name()).matches()) Initial.fill(parameters, entry, spread);
      if (entry.name().equals("transition.gate2.bias")) {
        Initial.fill(parameters, entry, FIRST_GATE);
      }
    }
  }

  private static MeanRange range(Dataset data) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Sequence sequence : data.training()) {
      for (int i = 0; i < sequence.values().length; i++) {
        if (sequence.mask()[i] == 0) continue;
        least = Math.min(least, sequence.values()[i]);
        most = Math.max(most, sequence.values()[i]);
      }
    }
    return most > least
        ? new MeanRange((most + least) / 2, (most - least) / 2)
        : new MeanRange(0, 1);
  }

  /** Convolutions that keep the size of a state. */
  private record Convolutions(FrameGeometry same) implements Layers {
    @Override
    public Layer layer(Parameters parameters, String name, int in, int out, Randomness randomness) {
      return ConvolutionLayer.plain(parameters, name, same, in, out, randomness);
    }

    @Override
    public int pixels() {
      return same.pixels();
    }
  }
}
