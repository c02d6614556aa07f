package undercurrent.figure;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import undercurrent.text.Language;

/** A round distance between dates, such as two hours or five years. */
record DateStep(ChronoUnit unit, int count) {
  private static final double SECONDS_A_DAY = 86_400;
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  /** Weeks start on Monday, and 1970-01-01 was a Thursday. */
  private static final int FIRST_MONDAY = 4;

  /** From a second to a thousand years. */
  static List<DateStep> all() {
    List<DateStep> steps = new ArrayList<>();
    add(steps, ChronoUnit.SECONDS, 1, 5, 15, 30);
    add(steps, ChronoUnit.MINUTES, 1, 5, 15, 30);
    add(steps, ChronoUnit.HOURS, 1, 3, 6, 12);
    add(steps, ChronoUnit.DAYS, 1, 2, 7, 14);
    add(steps, ChronoUnit.MONTHS, 1, 2, 3, 6);
    add(steps, ChronoUnit.YEARS, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
    return steps;
  }

  private static void add(List<DateStep> steps, ChronoUnit unit, int... counts) {
    for (int count : counts) steps.add(new DateStep(unit, count));
  }

  /** About how many days it is long. */
  double days() {
    return count * unit.getDuration().toSeconds() / SECONDS_A_DAY;
  }

  /** All round dates of a stretch of days since 1970-01-01T00:00Z. */
  List<Tick> ticks(double min, double max) {
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime before = LocalDateTime.MIN;
    for (LocalDateTime at : dates(min, max)) {
      ticks.add(new Tick(days(at), label(at, before)));
      before = at;
    }
    return ticks;
  }

  /** The round dates themselves. */
  List<LocalDateTime> dates(double min, double max) {
    List<LocalDateTime> dates = new ArrayList<>();
    for (LocalDateTime at = floor(date(min)); ; at = at.plus(count, unit)) {
      double days = days(at);
      if (days > max + 1e-9) return dates;
      if (days >= min - 1e-9) dates.add(at);
    }
  }

  private LocalDateTime floor(LocalDateTime date) {
    return switch (unit) {
      case YEARS -> LocalDateTime.of(Math.floorDiv(date.getYear(), count) * count, 1, 1, 0, 0);
      case MONTHS ->
          LocalDateTime.of(date.getYear(), (date.getMonthValue() - 1) / count * count + 1, 1, 0, 0);
      case DAYS -> {
        long day = date.toLocalDate().toEpochDay();
        long first = count % 7 == 0 ? FIRST_MONDAY : 0;
        yield EPOCH.plusDays(Math.floorDiv(day - first, (long) count) * count + first);
      }
      case HOURS, MINUTES, SECONDS -> {
        long seconds = date.toEpochSecond(ZoneOffset.UTC);
        long step = count * unit.getDuration().toSeconds();
        yield EPOCH.plusSeconds(Math.floorDiv(seconds, step) * step);
      }
      default -> throw new IllegalStateException(unit.toString());
    };
  }

  /** The year and the day are written where they change, so that the labels stay short. */
  private String label(LocalDateTime at, LocalDateTime before) {
    boolean newYear = before.equals(LocalDateTime.MIN) || before.getYear() != at.getYear();
    boolean newDay = newYear || before.getDayOfYear() != at.getDayOfYear();
    return switch (unit) {
      case YEARS -> Integer.toString(at.getYear());
      case MONTHS -> written(at, newYear ? "MMM uuuu" : "MMM");
      case DAYS -> written(at, newYear ? day() + " uuuu" : day());
      case SECONDS -> written(at, newYear ? day() + " uuuu HH:mm:ss" : "HH:mm:ss");
      default -> written(at, newYear ? day() + " uuuu HH:mm" : newDay ? day() + " HH:mm" : "HH:mm");
    };
  }

  private static String written(LocalDateTime at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Language.chosen().dates()).format(at);
  }

  /** The pattern of a day of a month. */
  private static String day() {
    return Words.of("date.day");
  }

  /** A date in a sentence, with the time of day where there is one. */
  static String words(double days) {
    return written(date(days), day() + (days == Math.rint(days) ? " uuuu" : " uuuu HH:mm"));
  }

  /** The moment of so many days since 1970-01-01T00:00Z, to the nearest millisecond. */
  static LocalDateTime date(double days) {
    return Instant.ofEpochMilli(Math.round(days * SECONDS_A_DAY * 1000))
        .atOffset(ZoneOffset.UTC)
        .toLocalDateTime();
  }

  static double days(LocalDateTime at) {
    return at.toEpochSecond(ZoneOffset.UTC) / SECONDS_A_DAY;
  }
}
