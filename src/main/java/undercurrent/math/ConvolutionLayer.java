package undercurrent.math;

/** A convolution of frames with learned weights, plain or transposed; see {@link FrameGeometry}. */
public final class ConvolutionLayer {
  private final FrameGeometry geometry;
  private final boolean transposed;
  private final Parameters.Entry weight;
  private final Parameters.Entry bias;

  private ConvolutionLayer(
      Parameters parameters,
      String name,
      FrameGeometry geometry,
      boolean transposed,
      int in,
      int out,
      Randomness randomness) {
    this.geometry = geometry;
    this.transposed = transposed;
    int patch = geometry.patch();
    weight =
        transposed
            ? parameters.add(name + ".weight", in, patch * out)
            : parameters.add(name + ".weight", patch * in, out);
    bias = parameters.add(name + ".bias", 1, out);
    double sources =
        transposed ? (double) in * patch / (geometry.stride() * geometry.stride()) : patch * in;
    Initial.uniform(parameters, weight, 1 / Math.sqrt(sources), randomness.named(weight.name()));
  }

  /** From large frames to small ones; weights uniform in ±1/√(what a pixel sees), bias zero. */
  public static ConvolutionLayer plain(
      Parameters parameters,
      String name,
      FrameGeometry geometry,
      int in,
      int out,
      Randomness random) {
    return new ConvolutionLayer(parameters, name, geometry, false, in, out, random);
  }

  /** From small frames to large ones. */
  public static ConvolutionLayer transposed(
      Parameters parameters,
      String name,
      FrameGeometry geometry,
      int in,
      int out,
      Randomness random) {
    return new ConvolutionLayer(parameters, name, geometry, true, in, out, random);
  }

  public Value record(Tape tape, Value frames) {
    Value w = tape.parameter(weight);
    Value b = tape.parameter(bias);
    return transposed
        ? tape.transposedConvolution(geometry, frames, w, b)
        : tape.convolution(geometry, frames, w, b);
  }

  public Parameters.Entry weight() {
    return weight;
  }

  public Parameters.Entry bias() {
    return bias;
  }
}
