package undercurrent.figure;

/**
 * The numbers between which frames are coloured, stated beside them.
 *
 * @param words what is coloured, such as "value" or "estimate − observed"
 * @param unit of the numbers; empty where there is none
 * @param low the number at the lower end
 * @param high the number at the upper end
 */
public record FrameScale(String words, String unit, double low, double high) {
  /** The scale of numbers; those that are all equal have some room around them. */
  public FrameScale {
    if (!(high > low)) {
      double room = Math.max(1e-9, 0.5 * Math.abs(low));
      low = Double.isFinite(low) ? low - room : 0;
      high = Double.isFinite(high) ? low + 2 * room : 1;
    }
  }

  /** Of differences: as far down as up. */
  static FrameScale ofErrors(String words, String unit, double largest) {
    double end = largest > 0 ? largest : 1;
    return new FrameScale(words, unit, -end, end);
  }
}
