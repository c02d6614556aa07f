package undercurrent.model.density;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** Hours of the week, from Monday 00:00 on, and what a network reads of them. */
public final class HourOfWeek {
  /** Hours in a week. */
  public static final int COUNT = 168;

  /** Numbers that stand for an hour. */
  public static final int FEATURES = 7;

  private static final int DAY = 24;

  /** 1970-01-01 was a Thursday. */
  private static final int FIRST_DAY = 3;

  /** Times of whole hours are not always whole in days. */
  private static final double ROUNDING = 1e-6;

  private HourOfWeek() {}

  /**
   * The hour of a time.
   *
   * @param days since 1970-01-01T00:00
   */
  public static int of(double days) {
    long hours = (long) Math.floor(days * DAY + ROUNDING) + FIRST_DAY * DAY;
    return (int) Math.floorMod(hours, (long) COUNT);
  }

  /** Sines and cosines of the week, of the day and of half a day, and whether it is a weekend. */
  public static float[] features(int hour) {
    float[] features = new float[FEATURES];
    double[] periods = {COUNT, DAY, DAY / 2.0};
    for (int i = 0; i < periods.length; i++) {
      // The middle of the hour.
      double angle = 2 * Math.PI * (hour + 0.5) / periods[i];
      features[2 * i] = (float) StrictMath.sin(angle);
      features[2 * i + 1] = (float) StrictMath.cos(angle);
    }
    features[FEATURES - 1] = hour >= 5 * DAY ? 1 : -1;
    return features;
  }

  /** Its name, such as "Mon 08:00". */
  public static String name(int hour, Locale locale) {
    String day = DayOfWeek.of(1 + hour / DAY).getDisplayName(TextStyle.SHORT, locale);
    return String.format(Locale.ROOT, "%s %02d:00", day, hour % DAY);
  }
}
