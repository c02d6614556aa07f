package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * Where taxis are called in a city by a bay, hour by hour of the week. Each place is near one of
 * four districts, whose shares change with the hour:
 *
 * <ul>
 *   <li>homes, a broad area, in the mornings of working days;
 *   <li>offices, small, in the evenings of working days;
 *   <li>a quarter along the curved shore of the bay, at night, most of all at the weekend;
 *   <li>the airport, a point outside, at all hours.
 * </ul>
 *
 * The district of a call, 0 to 3, is known truth.
 *
 * @param count how many calls
 * @param weeks over which they are spread
 */
public record CityPickups(int count, int weeks) implements Generator {
  /** The sizes of the sample. */
  public static final CityPickups USUAL = new CityPickups(6000, 12);

  private static final double LATITUDE = 55.68;
  private static final double LONGITUDE = 12.57;

  /** 2024-01-01, a Monday, in days since 1970. */
  private static final int FIRST_DAY = 19723;

  private static final int WEEK = 168;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("city pickups");
    double[] times = new double[count];
    double[][] values = new double[count][];
    double gap = (double) weeks * WEEK / count;
    for (int i = 0; i < count; i++) {
      // One call somewhere in each stretch, so that times grow.
      double hour = gap * (i + random.uniform());
      times[i] = FIRST_DAY + hour / 24;
      values[i] = place(hour % WEEK, random);
    }
    List<Channel> channels =
        List.of(
            new Channel("district", "", Channel.Kind.REAL, Channel.Role.TRUTH),
            new Channel("lat", "°", Channel.Kind.LATITUDE, Channel.Role.OBSERVED),
            new Channel("lon", "°", Channel.Kind.LONGITUDE, Channel.Role.OBSERVED));
    return new SeriesSet(
        "city pickups",
        channels,
        new TimeAxis("time", "", true, false),
        List.of(new Series("1", times, values)),
        Split.BY_TIME);
  }

  /** How much each district counts at an hour of the week: homes, offices, shore, airport. */
  static double[] shares(double hour) {
    boolean isWeekend = hour >= 5 * 24;
    double day = hour % 24;
    double morning = bump(day, 8, 2);
    double evening = bump(day, 17.5, 2);
    double night = Math.max(bump(day, 23, 3), bump(day, 1, 3));
    double[] shares = {
      0.25 + (isWeekend ? 0.2 : 1.2) * morning,
      0.1 + (isWeekend ? 0.1 : 1.5) * evening,
      0.1 + (isWeekend ? 2 : 0.7) * night,
      0.15
    };
    double sum = 0;
    for (double share : shares) sum += share;
    for (int i = 0; i < shares.length; i++) shares[i] /= sum;
    return shares;
  }

  private static double bump(double day, double middle, double width) {
    double gap = (day - middle) / width;
    return StrictMath.exp(-0.5 * gap * gap);
  }

  private static double[] place(double hour, Randomness random) {
    double[] shares = shares(hour);
    double u = random.uniform();
    int district = 0;
    while (district < 3 && u > shares[district]) u -= shares[district++];
    double a = random.normal();
    double b = random.normal();
    double turn = random.uniform(0.15 * Math.PI, 0.85 * Math.PI);
    return switch (district) {
      case 0 -> at(0, 0.01 + 0.03 * a, -0.05 + 0.04 * b);
      case 1 -> at(1, 0.005 + 0.006 * a, 0.005 + 0.01 * b);
      case 2 ->
          // An arc of the shore.
          at(
              2,
              -0.05 + 0.06 * StrictMath.sin(turn) + 0.003 * a,
              0.06 - 0.1 * StrictMath.cos(turn) + 0.004 * b);
      default -> at(3, -0.06 + 0.003 * a, 0.08 + 0.005 * b);
    };
  }

  private static double[] at(int district, double north, double east) {
    return new double[] {district, LATITUDE + north, LONGITUDE + east};
  }
}
