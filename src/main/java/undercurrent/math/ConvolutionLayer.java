package undercurrent.math;

/**
 * A convolution of frames with learned weights, plain or transposed; see {@link FrameGeometry}.
 * Rows are pixels. One that sees a pixel alone is computed as a {@link Linear} layer is, with the
 * same bits.
 */
public final class ConvolutionLayer implements Layer {
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
    Initial.uniform(parameters, weight, Math.sqrt(3 / sources), randomness.named(weight.name()));
  }

  /**
   * From large frames to small ones; weights uniform in ±√(3 / what a pixel sees), whose variance
   * keeps the size of what passes (LeCun et al. 1998); bias zero.
   */
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

  @Override
  public Value record(Tape tape, Value frames) {
    return record(tape, frames, Activation.Kind.IDENTITY);
  }

  @Override
  public Value record(Tape tape, Value frames, Value out) {
    Value w = tape.parameter(weight);
    Value b = tape.parameter(bias);
    if (geometry.isPointwise()) return tape.affine(frames, w, b, out);
    return tape.convolution(geometry, transposed, frames, w, b, Activation.Kind.IDENTITY, out);
  }

  @Override
  public Value recordRelu(Tape tape, Value frames) {
    return record(tape, frames, Activation.Kind.RELU);
  }

  @Override
  public Value recordSigmoid(Tape tape, Value frames) {
    return record(tape, frames, Activation.Kind.SIGMOID);
  }

  private Value record(Tape tape, Value frames, Activation.Kind f) {
    Value w = tape.parameter(weight);
    Value b = tape.parameter(bias);
    if (geometry.isPointwise()) {
      return tape.affine(frames, w, b, f, tape.block(frames.rows, b.columns));
    }
    return transposed
        ? tape.transposedConvolution(geometry, frames, w, b, f)
        : tape.convolution(geometry, frames, w, b, f);
  }

  /**
   * As {@link Layer#steps}.
   *
   * @throws IllegalStateException unless the two frames have one size
   */
  @Override
  public Tape.Steps steps(Tape tape, Value frames, boolean tanh, Value out) {
    Value w = tape.parameter(weight);
    Value b = tape.parameter(bias);
    if (transposed || geometry.smallPixels() != geometry.pixels()) {
      throw new IllegalStateException("not step by step: " + geometry);
    }
    return geometry.isPointwise()
        ? tape.steps(frames, w, b, tanh, out)
        : tape.convolutionSteps(geometry, frames, w, b, tanh, out);
  }

  /** The pixel in the middle of what each sees is given back. */
  @Override
  public void beIdentity(Parameters parameters) {
    Initial.fill(parameters, weight, 0);
    int in = weight.rows() / geometry.patch();
    int middle = geometry.patch() / 2 * in;
    for (int c = 0; c < Math.min(in, weight.columns()); c++) {
      parameters.set(weight, (middle + c) * weight.columns() + c, 1);
    }
  }

  @Override
  public Parameters.Entry weight() {
    return weight;
  }

  @Override
  public Parameters.Entry bias() {
    return bias;
  }
}
