package undercurrent.series;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads months and quarters as tables write them; they become days since 1970. */
final class CalendarCodes {
  private static final String BETWEEN = "[-/:_. ']";
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?<y1>\\d{4})"
              + BETWEEN
              + "?[Qq](?<q1>[1-4])"
              + "|[Qq](?<q2>[1-4])"
              + BETWEEN
              + "?(?<y2>\\d{4}|\\d{2})"
              + "|(?<q3>[1-4])[Qq]"
              + BETWEEN
              + "?(?<y3>\\d{4}|\\d{2})"
              + "|(?<y4>\\d{4})[-/:_](?<q4>[1-4])");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/:_]|[-/:_ ]?[Mm]| ?[年년] ?)(\\d{1,2})(?: ?[月월])?");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/](\\d{4})");
  private static final Pattern NAMED_MONTH =
      Pattern.compile(
          "(?<y1>\\d{4})"
              + BETWEEN
              + "?(?<m1>\\p{L}{3,12})\\.?"
              + "|(?<m2>\\p{L}{3,12})\\.?"
              + BETWEEN
              + "?(?<y2>\\d{4}|\\d{2})");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})");
  private static final Pattern YEAR_AND_PART = Pattern.compile("(\\d{4})([-/:_])([1-4])");
  private static final Pattern SHORT_YEAR = Pattern.compile("(?:.*\\D)?\\d{2}");

  /** Two digits from here on are of the century before. */
  private static final int FIRST_OF_1900 = 69;

  private static final Map<String, Integer> MONTHS = months();

  private CalendarCodes() {}

  private static Map<String, Integer> months() {
    String[] names = {
      "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari sty styczeń"
          + " stycznia янв январь января oca ocak",
      "february feb februar février févr fév febrero febbraio fevereiro fev februari lut luty"
          + " lutego фев февраль февраля şub şubat",
      "march mar märz mär mrz mars marzo março maart mrt marts marca marzec мар март марта"
          + " mart",
      "april apr avril avr abril abr aprile kwi kwiecień kwietnia апр апрель апреля nis nisan",
      "may mai mayo maggio mag maio mei maj maja май мая mayıs",
      "june jun juni juin junio giugno giu junho cze czerwiec czerwca июн июнь июня haz haziran",
      "july jul juli juillet juil julio luglio lug julho lip lipiec lipca июл июль июля tem temmuz",
      "august aug août agosto ago augustus augusti sie sierpień sierpnia авг август августа ağu"
          + " ağustos",
      "september sep sept septembre septiembre settembre set setembro wrz wrzesień września сен"
          + " сент сентябрь сентября eyl eylül",
      "october oct oktober okt octobre octubre ottobre ott outubro out paź październik października"
          + " окт октябрь октября eki ekim",
      "november nov novembre noviembre novembro lis listopad listopada ноя нояб ноябрь ноября kas"
          + " kasım",
      "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des gru"
          + " grudzień grudnia дек декабрь декабря ara aralık",
    };
    Map<String, Integer> months = new HashMap<>();
    for (int m = 0; m < names.length; m++) {
      for (String name : names[m].split(" ")) months.put(name, m + 1);
    }
    return Map.copyOf(months);
  }

  /** True for what can only be a month or a quarter. */
  static boolean matches(String cell) {
    return QUARTER.matcher(cell).matches()
        || MONTH.matcher(cell).matches()
        || MONTH_FIRST.matcher(cell).matches()
        || !Double.isNaN(namedMonth(cell));
  }

  /** The first day of a quarter, NaN when the cell is none. */
  static double quarter(String cell) {
    Matcher m = QUARTER.matcher(cell);
    if (!m.matches()) return Double.NaN;
    for (int n = 1; n <= 4; n++) {
      String quarter = m.group("q" + n);
      if (quarter == null) continue;
      return day(year(m.group("y" + n)), 3 * Integer.parseInt(quarter) - 2);
    }
    return Double.NaN;
  }

  /** The first day of a month, NaN when the cell is none. */
  static double month(String cell) {
    Matcher first = MONTH_FIRST.matcher(cell);
    if (first.matches()) {
      return day(Integer.parseInt(first.group(2)), Integer.parseInt(first.group(1)));
    }
    Matcher m = MONTH.matcher(cell);
    if (!m.matches()) m = DIGITS.matcher(cell);
    if (!m.matches()) return namedMonth(cell);
    return day(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
  }

  private static double namedMonth(String cell) {
    Matcher m = NAMED_MONTH.matcher(cell);
    if (!m.matches()) return Double.NaN;
    boolean yearFirst = m.group("m1") != null;
    int month = monthCalled(m.group(yearFirst ? "m1" : "m2"));
    return month == 0 ? Double.NaN : day(year(m.group(yearFirst ? "y1" : "y2")), month);
  }

  /** 1 to 12, or 0 for a word that is no month. */
  static int monthCalled(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static double day(int year, int month) {
    return month < 1 || month > 12 ? Double.NaN : LocalDate.of(year, month, 1).toEpochDay();
  }

  /** Of two digits, those of the years 1969 to 2068. */
  static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) return year;
    return year + (year < FIRST_OF_1900 ? 2000 : 1900);
  }

  /** True when a code ends with a year of two digits. */
  static boolean hasShortYear(String cell) {
    return SHORT_YEAR.matcher(cell).matches()
        && matches(cell)
        && !MONTH.matcher(cell).matches()
        && !MONTH_FIRST.matcher(cell).matches();
  }

  /**
   * True when the part of the year in {@code 2001:1} counts quarters: there are four of them, and
   * the next year follows the fourth.
   */
  static boolean countsQuarters(Iterable<String> cells) {
    String before = "";
    boolean wraps = false;
    for (String cell : cells) {
      if (Cells.isMissing(cell)) continue;
      Matcher m = YEAR_AND_PART.matcher(cell);
      if (!m.matches()) return false;
      wraps |= m.group(2).equals(":") || (before.equals("4") && m.group(3).equals("1"));
      before = m.group(3);
    }
    return wraps;
  }
}
