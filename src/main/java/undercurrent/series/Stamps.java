package undercurrent.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the times of rows that a table lacks in the way that a column of its other times is
 * written: what gives the cells that are there back, gives the new ones.
 */
final class Stamps {
  private static final int LOOKED_AT = 200;
  private static final double SECONDS_A_DAY = 86_400;
  private static final Pattern OFFSET =
      Pattern.compile("(?<=:\\d\\d(?:[.,]\\d{1,9})?) ?(" + ZoneNames.PATTERN + ")$");
  private static final List<String> DATES =
      List.of(
          "uuuu-MM-dd",
          "uuuu/MM/dd",
          "uuuu.MM.dd",
          "uuuuMMdd",
          "uuuu-M-d",
          "uuuu/M/d",
          "uuuu.M.d",
          "dd.MM.uuuu",
          "d.M.uuuu",
          "dd/MM/uuuu",
          "d/M/uuuu",
          "dd-MM-uuuu",
          "d-M-uuuu",
          "MM/dd/uuuu",
          "M/d/uuuu",
          "MM-dd-uuuu",
          "M-d-uuuu",
          "MM.dd.uuuu",
          "M.d.uuuu",
          "uuuu-MMM-dd",
          "uuuu MMM d",
          "uuuuDDD",
          "EEE, dd MMM uuuu",
          "EEE dd MMM uuuu",
          "uuuu-DDD",
          "uuuu.MM.dd.",
          "uuuu. MM. dd.",
          "uuuu. M. d.",
          "d. M. uuuu",
          "dd. MM. uuuu",
          "dd.MM.uuuu.",
          "d.M.uuuu.",
          "uuuu'年'M'月'd'日'",
          "uuuu'年'MM'月'dd'日'",
          "uuuu'년' M'월' d'일'",
          "dd-MMM-uuuu",
          "d-MMM-uuuu",
          "dd MMM uuuu",
          "d MMM uuuu",
          "ddMMMuuuu",
          "d MMMM uuuu",
          "dd-MMM-uu",
          "d-MMM-uu",
          "MMM dd uuuu",
          "MMM d uuuu",
          "MMM d, uuuu",
          "MMMM d, uuuu",
          "MMMM dd, uuuu",
          "dd/MM/uu",
          "d/M/uu",
          "dd.MM.uu",
          "d.M.uu",
          "dd-MM-uu",
          "MM/dd/uu",
          "M/d/uu",
          "MM-dd-uu");
  private static final List<String> CLOCKS =
      List.of(
          "HH:mm:ss",
          "HH:mm",
          "H:mm:ss",
          "H:mm",
          "HH.mm",
          "H.mm",
          "HH'h'mm",
          "H'h'mm",
          "HH:mm:ss.SSS",
          "HH:mm:ss.S",
          "HH:mm:ss.SS",
          "HH:mm:ss.SSSSSS",
          "h:mm a",
          "hh:mm a",
          "h:mm:ss a",
          "hh:mm:ss a");
  private static final List<String> CODES =
      List.of(
          "uuuu-MM",
          "uuuu/MM",
          "MM/uuuu",
          "MM-uuuu",
          "M/uuuu",
          "M-uuuu",
          "uuuu_MM",
          "uuuu:MM",
          "uuuu-M",
          "uuuu/M",
          "uuuu:M",
          "uuuuMM",
          "uuuu'年'M'月'",
          "uuuu'年'MM'月'",
          "uuuu'년' M'월'",
          "uuuu'M'MM",
          "uuuu'M'M",
          "uuuu'm'MM",
          "uuuu MMM",
          "uuuu-MMM",
          "uuuuMMM",
          "MMM-uu",
          "MMM uu",
          "MMM-uuuu",
          "MMM uuuu",
          "uuuu MMMM",
          "MMMM uuuu",
          "MMMM-uu",
          "uuuu-'Q'q",
          "uuuu'Q'q",
          "uuuu 'Q'q",
          "uuuu'q'q",
          "uuuu:q",
          "uuuu-q",
          "uuuu/q",
          "uuuu_q",
          "'Q'q-uuuu",
          "'Q'q uuuu",
          "'Q'q_uuuu",
          "'Q'quuuu",
          "'Q'q_uu",
          "'Q'q-uu",
          "'Q'q uu");

  /** Of times that stand in several columns. */
  private static final List<String> PARTS =
      List.of(
          "uuuu", "MM", "M", "MMM", "MMMM", "dd", "d", "HH", "H", "mm", "m", "HHmm", "q", "'Q'q",
          "DDD", "D");

  private static final List<Function<LocalDateTime, String>> FORMS = forms();

  /** As one cell, and the week and its year in columns of their own. */
  private static final List<Function<LocalDateTime, String>> WEEKS =
      List.of(
          t -> week(t, "%d-W%02d"),
          t -> week(t, "%dW%02d"),
          t -> week(t, "%d"),
          t -> week(t, "%2$d"),
          t -> week(t, "%2$02d"));

  private final List<String> cells;
  private final double[] times;
  private final StampWords words;
  private final DecimalSign sign;
  private final Optional<Function<LocalDateTime, String>> form;

  /** The most that a number may have. */
  private final int mostDecimals;

  /** Of one column. */
  Stamps(Table table, int column, Draft draft) {
    cells = table.rows().stream().map(r -> r[column]).toList();
    times = draft.times();
    words = new StampWords(draft.timeForm(), false, draft.origin());
    sign = draft.sign();
    // Fractions of a day are rounded as in the table.
    mostDecimals =
        draft.timeForm() == TimeForm.EXCEL_DAYS ? decimals(cells, sign) : Integer.MAX_VALUE;
    form =
        draft.timeForm().isDate()
            ? forms(draft.timeForm(), cells).filter(this::fits).findFirst()
            : Optional.empty();
  }

  /** Beside a week stands its own year, which near January is not that of the day. */
  private static Stream<Function<LocalDateTime, String>> forms(TimeForm form, List<String> cells) {
    Stream<Function<LocalDateTime, String>> own =
        switch (form) {
          case WEEK -> WEEKS.stream();
          case HALF_YEAR ->
              Stream.concat(
                      cells.stream().map(HalfYears::template).flatMap(Optional::stream).limit(1),
                      Stream.of("#", "H#"))
                  .map(template -> t -> HalfYears.written(template, t.toLocalDate()));
          default -> Stream.empty();
        };
    return Stream.concat(own, FORMS.stream());
  }

  private static List<Function<LocalDateTime, String>> forms() {
    List<String> patterns = new ArrayList<>(CODES);
    for (String date : DATES) {
      patterns.add(date);
      for (String clock : CLOCKS) {
        patterns.add(date + " " + clock);
        patterns.add(date + "'T'" + clock);
      }
    }
    patterns.addAll(CLOCKS);
    patterns.addAll(PARTS);
    List<Function<LocalDateTime, String>> forms = new ArrayList<>();
    for (String pattern : patterns) {
      forms.add(written(pattern));
      if (pattern.contains("MMM")) {
        forms.add(t -> written(pattern).apply(t).toUpperCase(Locale.ROOT));
      }
    }
    // Where hours run from 1 to 24, midnight belongs to the day before.
    for (String pattern : List.of("k", "kk")) forms.add(written(pattern));
    for (String date : DATES) forms.add(t -> written(date).apply(t.minusNanos(1)));
    return List.copyOf(forms);
  }

  private static Function<LocalDateTime, String> written(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)::format;
  }

  private static String week(LocalDateTime time, String format) {
    return String.format(
        Locale.ROOT,
        format,
        time.get(IsoFields.WEEK_BASED_YEAR),
        time.get(WeekFields.ISO.weekOfWeekBasedYear()));
  }

  private boolean fits(Function<LocalDateTime, String> candidate) {
    return IntStream.range(0, cells.size())
        .filter(row -> !Cells.isMissing(cells.get(row)))
        .limit(LOOKED_AT)
        .allMatch(row -> written(candidate, times[row], row).equals(cells.get(row)));
  }

  /** With the offset from UTC of a row. */
  private String written(Function<LocalDateTime, String> candidate, double time, int row) {
    Matcher offset = OFFSET.matcher(cells.get(row));
    if (!offset.find()) return candidate.apply(StampWords.date(time));
    double ahead = ZoneNames.seconds(offset.group(1)) / SECONDS_A_DAY;
    return candidate.apply(StampWords.date(time + ahead)) + offset.group();
  }

  /** A time after that of a row of the table. */
  String of(double time, int row) {
    if (form.isPresent()) return written(form.get(), time, row);
    String text = words.of(time);
    BigDecimal number = number(text, DecimalSign.DOT);
    BigDecimal before = number(cells.get(row), sign);
    if (number == null || before == null) return text;
    int scale = Math.min(mostDecimals, Math.max(number.scale(), before.scale()));
    String digits = number.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    return sign == DecimalSign.COMMA ? digits.replace('.', ',') : digits;
  }

  /** The most decimals of numbers. */
  private static int decimals(List<String> cells, DecimalSign sign) {
    return cells.stream()
        .map(cell -> number(cell, sign))
        .filter(Objects::nonNull)
        .mapToInt(BigDecimal::scale)
        .max()
        .orElse(0);
  }

  private static @Nullable BigDecimal number(String cell, DecimalSign sign) {
    String plain = sign == DecimalSign.COMMA ? cell.replace(',', '.') : cell;
    return plain.matches("[+-]?\\d+(\\.\\d+)?") ? new BigDecimal(plain) : null;
  }
}
