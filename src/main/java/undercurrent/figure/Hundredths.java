package undercurrent.figure;

/** Writes lengths of pictures for files that are text. */
public final class Hundredths {
  private Hundredths() {}

  /** A hundredth of a pixel is fine enough; whole numbers have no point. */
  public static String of(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    String text = sign + size / 100;
    if (size % 100 == 0) return text;
    if (size % 10 == 0) return text + "." + size / 10 % 10;
    return text + "." + size / 10 % 10 + size % 10;
  }
}
