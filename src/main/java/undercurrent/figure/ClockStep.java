package undercurrent.figure;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of day of which no date is known; only that one day follows another. */
final class ClockStep {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final double SECONDS_A_DAY = 86_400;

  private ClockStep() {}

  /** From a second to a thousand days. */
  static List<DateStep> all() {
    List<DateStep> steps = new ArrayList<>(DateStep.all());
    steps.removeIf(s -> s.unit().compareTo(ChronoUnit.DAYS) > 0);
    for (int days : new int[] {50, 100, 500, 1000}) steps.add(new DateStep(ChronoUnit.DAYS, days));
    return steps;
  }

  /** Round times of day; where another day begins it is numbered. */
  static List<Tick> ticks(DateStep step, double min, double max) {
    List<Tick> ticks = new ArrayList<>();
    long before = 1;
    for (LocalDateTime at : step.dates(min, max)) {
      long day = day(at);
      String time = at.format(step.unit() == ChronoUnit.SECONDS ? SECONDS : MINUTES);
      String label =
          step.unit() == ChronoUnit.DAYS
              ? Words.of("clock.day", day)
              : day == before ? time : Words.of("clock.at", day, time);
      ticks.add(new Tick(DateStep.days(at), label));
      before = day;
    }
    return ticks;
  }

  private static long day(LocalDateTime at) {
    return at.toLocalDate().toEpochDay() + 1;
  }

  /** "09:10", and after the first midnight "day 2 00:10". */
  static String words(double days) {
    LocalDateTime at = DateStep.date(days);
    String time = at.format(at.getSecond() == 0 ? MINUTES : SECONDS);
    return day(at) == 1 ? time : Words.of("clock.at", day(at), time);
  }

  /** "09:10:00", and after the first midnight "24:10:00". */
  static String sinceMidnight(double days) {
    long seconds = Math.round(days * SECONDS_A_DAY);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
