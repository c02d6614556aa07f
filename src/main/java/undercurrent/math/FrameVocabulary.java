package undercurrent.math;

import java.util.HashMap;
import java.util.Map;

/**
 * The operations of frames: convolutions, displacements and how rough a field is. A convolution has
 * one row a pixel, see {@link FrameGeometry}; the others have one row a frame.
 */
public abstract sealed class FrameVocabulary extends TapeVocabulary permits Tape {
  private final Map<PatchShape, Patches> patches = new HashMap<>();

  /** What convolutions of one work space have in common. */
  private record PatchShape(FrameGeometry geometry, int channels) {}

  FrameVocabulary(boolean differentiable) {
    super(differentiable);
  }

  /**
   * A convolution of frames, {@code [frames·pixels × channels]}.
   *
   * @param w {@code [kernel²·channels × out]}: of each place of the kernel, row by row, its
   *     channels
   * @param b {@code [1 × out]}
   * @return {@code [frames·smallPixels × out]}
   */
  public final Value convolution(FrameGeometry geometry, Value a, Value w, Value b) {
    return convolution(geometry, a, w, b, Activation.Kind.IDENTITY);
  }

  final Value convolution(FrameGeometry geometry, Value a, Value w, Value b, Activation.Kind f) {
    Value out = block(a.rows / geometry.pixels() * geometry.smallPixels(), w.columns);
    return convolution(geometry, false, a, w, b, f, out);
  }

  final Value convolution(
      FrameGeometry geometry,
      boolean transposed,
      Value a,
      Value w,
      Value b,
      Activation.Kind f,
      Value out) {
    Weight weight = weight(w);
    if (!transposed) convolutionGradient(geometry, a, w, b, out);
    return convolutionStep(geometry, transposed, a, weight, b, f, out);
  }

  /** A convolution; a plain one without the gradient of its weights. */
  final Value convolutionStep(
      FrameGeometry geometry,
      boolean transposed,
      Value a,
      Weight w,
      Value b,
      Activation.Kind f,
      Value out) {
    Patches work = patches(geometry, transposed ? out : a);
    return add(new Convolution(geometry, transposed, a, w, b, f, out, products, work)).out();
  }

  final void convolutionGradient(FrameGeometry geometry, Value a, Value w, Value b, Value out) {
    if (!isDifferentiable()) return;
    add(new ConvolutionGradient(a, w, b, out, products, patches(geometry, a)));
  }

  private Patches patches(FrameGeometry geometry, Value large) {
    PatchShape shape = new PatchShape(geometry, large.columns);
    return patches.computeIfAbsent(shape, s -> new Patches(s.geometry(), s.channels()));
  }

  /**
   * A transposed convolution, from small frames to large ones.
   *
   * @param a {@code [frames·smallPixels × in]}
   * @param w {@code [in × kernel²·out]}: of each place of the kernel, row by row, its channels
   * @param b {@code [1 × out]}
   * @return {@code [frames·pixels × out]}
   */
  public final Value transposedConvolution(FrameGeometry geometry, Value a, Value w, Value b) {
    return transposedConvolution(geometry, a, w, b, Activation.Kind.IDENTITY);
  }

  final Value transposedConvolution(
      FrameGeometry geometry, Value a, Value w, Value b, Activation.Kind f) {
    Value out = block(a.rows / geometry.smallPixels() * geometry.pixels(), b.columns);
    return convolution(geometry, true, a, w, b, f, out);
  }

  /**
   * A convolution whose frames have one size for the steps of a recursion, as {@link Tape#steps}.
   *
   * @param a the pixels of all steps, {@code [T·B·pixels × in]}
   * @param out {@code [T·B·pixels × out]}
   */
  final Tape.Steps convolutionSteps(
      FrameGeometry geometry, Value a, Value w, Value b, boolean tanh, Value out) {
    Weight weight = weight(w);
    convolutionGradient(geometry, a, w, b, out);
    Activation.Kind f = stepKind(tanh);
    return (from, count) ->
        convolutionStep(geometry, false, a.rows(from, count), weight, b, f, out.rows(from, count));
  }

  /**
   * Frames at displaced places, bilinear between pixels; a place outside is moved to the border.
   *
   * @param reference {@code [frames × height·width·channels]}; no gradient flows to it
   * @param displacement downwards and to the right in pixels, {@code [frames × height·width·2]}
   */
  public final Value warp(int height, int width, Value reference, Value displacement) {
    if (height < 2 || width < 2) {
      throw new IllegalArgumentException(Words.of("frameVocabulary.warp"));
    }
    Value out = block(reference.rows, reference.columns);
    return add(new Warp(height, width, reference, displacement, out)).out();
  }

  /**
   * The squared differences of neighbours in fields, summed.
   *
   * @param field {@code [fields × height·width·components]}
   * @return {@code [fields × 1]}
   */
  public final Value roughness(int height, int width, Value field) {
    return add(new Roughness(height, width, field, block(field.rows, 1))).out();
  }
}
