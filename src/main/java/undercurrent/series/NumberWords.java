package undercurrent.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.text.Language;

/**
 * Numbers as sentences and tables write them, the same on every machine, with a point but on the
 * screen of a window in another language. The one place that knows what is written where there is
 * no finite number: a sentence never has "NaN km".
 */
public final class NumberWords {
  /** Where there is little room, as in a table. */
  public static final String DASH = "–";

  private static final char MINUS = '−';
  private static final Pattern CONVERSION =
      Pattern.compile("%(?<flags>[-#+ 0,(]*)(?<width>\\d+)?(?:\\.\\d+)?(?<letter>[a-zA-Z%])");

  private NumberWords() {}

  /** In a sentence. */
  public static String notAvailable() {
    return SeriesWords.of("numberWords.notAvailable");
  }

  /** Whether there is a number that can be said. */
  public static boolean isAvailable(double value) {
    return Double.isFinite(value);
  }

  /** A number in a sentence: four digits, no zeros at the end. */
  public static String of(double value) {
    if (!Double.isFinite(value)) return notAvailable();
    if (value == Math.rint(value) && Math.abs(value) < 1e9) return minus(format("%.0f", value));
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
    double size = Math.abs(value);
    return minus(
        size >= 1e-4 && size < 1e9
            ? Language.decimals(rounded.stripTrailingZeros().toPlainString())
            : format("%.3e", value));
  }

  /** A number in a sentence with so many decimals. */
  public static String fixed(double value, int decimals) {
    return minus(format("%." + decimals + "f", value));
  }

  private static String minus(String digits) {
    return digits.equals("-0") ? "0" : digits.replace('-', MINUS);
  }

  /**
   * "1 epoch", "2 epochs".
   *
   * @param thing one of those that the words of this package count, in English
   */
  public static String count(long number, String thing) {
    return SeriesWords.counted("count." + thing.replace(' ', '-'), number, number);
  }

  private static boolean isFraction(String letter) {
    return "efgEG".contains(letter);
  }

  /**
   * As {@link String#format}, in the root locale; a number that is not finite becomes {@link
   * #notAvailable}, or a dash in a column of fixed width. Arguments go by their order.
   */
  public static String format(String format, Object... arguments) {
    Object[] said = arguments.clone();
    StringBuilder text = new StringBuilder();
    Matcher conversion = CONVERSION.matcher(format);
    int next = 0;
    while (conversion.find()) {
      String letter = conversion.group("letter");
      boolean takes = !letter.equals("%") && !letter.equals("n");
      String replacement = conversion.group();
      if (takes && next < said.length && said[next] instanceof Double d && !Double.isFinite(d)) {
        String width = conversion.group("width");
        boolean left = conversion.group("flags").contains("-");
        said[next] = width == null ? notAvailable() : DASH;
        replacement = "%" + (left ? "-" : "") + (width == null ? "" : width) + "s";
      } else if (takes
          && next < said.length
          && said[next] instanceof Double d
          && isFraction(letter)) {
        said[next] = Language.decimals(String.format(Locale.ROOT, replacement, d));
        replacement = "%s";
      }
      if (takes) next++;
      conversion.appendReplacement(text, Matcher.quoteReplacement(replacement));
    }
    conversion.appendTail(text);
    return String.format(Locale.ROOT, text.toString(), said);
  }
}
