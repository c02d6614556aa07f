package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the heading of a column says that its cell lies: {@code -27_126}, {@code sst 27.5S 126E}
 * and {@code lat=-27 lon=126} are degrees, {@code r3 c5} and {@code y2x4} are pixels.
 *
 * @param prefix before the numbers, the same in all cells of a field
 * @param row latitude in degrees north, or a row counted downwards
 * @param column longitude in degrees east, or a column
 * @param colour 0, 1, 2 for red, green and blue; −1 for none
 * @param isPixel true when the heading says that it counts rows and columns
 * @param isDegrees true when the heading says that it has degrees
 */
record CellPlace(
    String prefix, double row, double column, int colour, boolean isPixel, boolean isDegrees) {
  static final int COLOURS = 3;
  private static final List<String> COLOUR_NAMES = List.of("red", "green", "blue");
  private static final Pattern PIXEL =
      Pattern.compile(
          "(.*?)(?:row|r|y)[ _]?(\\d{1,6})[ _,]*(?:column|col|c|x)[ _]?(\\d{1,6})"
              + "(?:[ _](red|green|blue))?");
  private static final String NUMBER = "([-+\u2212]?\\d{1,3}(?:\\.\\d{1,9})?)";
  private static final Pattern DEGREES =
      Pattern.compile(
          // The gap before the number is looked at once, however long it is.
          "(.*?)(?<![ _(])[ _(]*+(lat(?:itude)?[ _=]*)?"
              + NUMBER
              + "\u00B0?([ns])?[ _,;/|:]+(lon(?:gitude)?[ _=]*|lng[ _=]*)?"
              + NUMBER
              + "\u00B0?([ew])?\\)?");

  /** The place that a heading tells, if it tells one. */
  static Optional<CellPlace> of(String heading) {
    String name = heading.strip().toLowerCase(Locale.ROOT);
    Matcher pixel = PIXEL.matcher(name);
    if (pixel.matches()) {
      int colour = pixel.group(4) == null ? -1 : COLOUR_NAMES.indexOf(pixel.group(4));
      return Optional.of(
          new CellPlace(
              pixel.group(1),
              Double.parseDouble(pixel.group(2)),
              Double.parseDouble(pixel.group(3)),
              colour,
              true,
              false));
    }
    Matcher m = DEGREES.matcher(name);
    // A prefix ends where the number begins: "x1_2" is no field.
    if (!m.matches() || (m.group(1).matches(".*[\\p{L}\\d.]") && !hasGap(name, m))) {
      return Optional.empty();
    }
    boolean isDegrees =
        m.group(2) != null || m.group(4) != null || m.group(5) != null || m.group(7) != null;
    return Optional.of(
        new CellPlace(
            m.group(1),
            signed(m.group(3), "s".equals(m.group(4))),
            signed(m.group(6), "w".equals(m.group(7))),
            -1,
            false,
            isDegrees));
  }

  private static boolean hasGap(String name, Matcher m) {
    return m.group(2) != null || m.start(3) > m.end(1) || name.charAt(m.start(3)) == '(';
  }

  private static double signed(String number, boolean isNegative) {
    double value = Double.parseDouble(number.replace('\u2212', '-'));
    // Zero has one sign, so that equal places are equal.
    return (isNegative ? -value : value) + 0.0;
  }

  /** Whether both can be cells of one frame. */
  boolean isLike(CellPlace other) {
    return prefix.equals(other.prefix)
        && isPixel == other.isPixel
        && (colour < 0) == (other.colour < 0);
  }
}
