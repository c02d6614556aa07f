package undercurrent.inference;

/**
 * How good the frames of one kind of estimate were against those observed, the mean over frames;
 * NaN where it does not apply.
 *
 * @param name as {@link Score#name}
 * @param wrong share of the pixels on the wrong side of ½, of pixels from 0 to 1
 * @param meanSquare mean squared error, in the square of the unit of the file
 * @param correlation normalised cross-correlation, 1 for the same frame but for its contrast
 * @param similarity structural similarity index, 1 for the same frame; of the first frames alone,
 *     where there are many
 * @param count of frames
 */
public record FrameScore(
    String name,
    double wrong,
    double meanSquare,
    double correlation,
    double similarity,
    long count) {}
