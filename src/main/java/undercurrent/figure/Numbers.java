package undercurrent.figure;

import java.util.Locale;
import undercurrent.series.NumberWords;
import undercurrent.text.Language;

/** Numbers as figures write them, the same on every machine. */
final class Numbers {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final char MINUS = '−';

  private Numbers() {}

  /**
   * A number along an axis.
   *
   * @param step distance to the next one: says how many decimals are needed
   * @param largest the largest absolute number of the axis: says whether powers of ten are needed
   */
  static String tick(double value, double step, double largest) {
    if (largest >= 1e-3 && largest < 1e6) return fixed(value, decimals(step));
    if (value == 0) return "0";
    int power = (int) Math.floor(Math.log10(largest) + 1e-12);
    double unit = Double.parseDouble("1e" + power);
    return fixed(value / unit, decimals(step / unit)) + "·10" + superscript(power);
  }

  /** All digits of a number along an axis, without powers of ten where they are few enough. */
  static String inFull(double value, double step) {
    boolean isLong = Math.abs(value) >= 1e12 || decimals(step) > 12;
    return isLong ? tick(value, step, Math.abs(value)) : fixed(value, decimals(step));
  }

  /** A number in a sentence: four digits, no zeros at the end. */
  static String words(double value) {
    return NumberWords.of(value);
  }

  /** A number where there is little room, in so many digits, or more where it is that large. */
  static String rounded(double value, int digits) {
    boolean whole = Math.abs(value - Math.rint(value)) < 1e-9;
    if (!Double.isFinite(value)) return NumberWords.DASH;
    if (whole && Math.abs(value) < 1e6) return words(Math.rint(value));
    int power = (int) Math.floor(Math.log10(Math.abs(value)));
    if (power < -4 || power > 5) {
      return fixed(value / Math.pow(10, power), 0) + "·10" + superscript(power);
    }
    return fixed(value, Math.max(0, digits - 1 - power));
  }

  static String latitude(double degrees, double step) {
    return degrees(
        degrees, step, Words.of(degrees < 0 ? "side.south" : "side.north"), degrees == 0);
  }

  static String longitude(double degrees, double step) {
    double turned = Math.IEEEremainder(degrees, 360);
    boolean onBoth = turned == 0 || Math.abs(turned) == 180;
    return degrees(turned, step, Words.of(turned < 0 ? "side.west" : "side.east"), onBoth);
  }

  private static String degrees(double degrees, double step, String side, boolean onBoth) {
    if (!Double.isFinite(degrees)) return NumberWords.notAvailable();
    return fixed(Math.abs(degrees), decimals(step)) + "°" + (onBoth ? "" : side);
  }

  private static int decimals(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }

  private static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', MINUS);
    boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return Language.decimals(isZero ? text.replace(String.valueOf(MINUS), "") : text);
  }

  private static String superscript(int power) {
    StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
