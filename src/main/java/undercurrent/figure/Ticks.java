package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import undercurrent.series.Pitch;

/** The marked values of an axis: round numbers, round dates, round degrees. */
public final class Ticks {
  private static final int MOST = 60;

  /** Days beyond this are no dates that calendars are made for. */
  private static final double FARTHEST_DAY = 1e8;

  /** More steps between zero and a value need more than six digits to tell two values apart. */
  private static final double MOST_STEPS_FROM_ZERO = 2e5;

  private static final double[] ROUND_DEGREES = {10, 15, 30, 45, 90, 180};

  private Ticks() {}

  /** As many as possible, up to a limit. */
  public static List<Tick> of(Axis.Kind kind, double min, double max, int most) {
    return of(kind, min, max, ticks -> ticks.size() <= most);
  }

  /** The finest ones that fit; of none fits, the coarsest. */
  static List<Tick> of(Axis.Kind kind, double min, double max, Predicate<List<Tick>> fits) {
    if (kind == Axis.Kind.NONE || !(max > min) || !Double.isFinite(max - min)) return List.of();
    List<Tick> coarsest = List.of();
    if (kind.isInDays()) {
      if (Math.abs(min) > FARTHEST_DAY || Math.abs(max) > FARTHEST_DAY) return coarsest;
      for (DateStep step : kind == Axis.Kind.DATE ? DateStep.all() : ClockStep.all()) {
        if ((max - min) / step.days() > MOST) continue;
        List<Tick> ticks =
            kind == Axis.Kind.DATE ? step.ticks(min, max) : ClockStep.ticks(step, min, max);
        if (fits.test(ticks)) return ticks;
        if (!ticks.isEmpty()) coarsest = ticks;
      }
      return coarsest;
    }
    for (double step : steps(kind, max - min)) {
      List<Tick> ticks = labelled(kind, values(min, max, step), step);
      if (fits.test(ticks)) return ticks;
      if (!ticks.isEmpty()) coarsest = ticks;
    }
    return coarsest;
  }

  private static double[] steps(Axis.Kind kind, double span) {
    // All keys, or the C of each octave.
    if (kind == Axis.Kind.PITCH) return new double[] {1, 12, 24, 48};
    int power = (int) Math.floor(Math.log10(span / MOST));
    DoubleStream decimal =
        DoubleStream.iterate(0, p -> p < 4, p -> p + 1)
            .map(p -> p + power)
            .flatMap(p -> DoubleStream.of(tens(p), 2 * tens(p), 5 * tens(p)));
    boolean degrees = kind == Axis.Kind.LATITUDE || kind == Axis.Kind.LONGITUDE;
    DoubleStream all =
        degrees
            ? DoubleStream.concat(decimal.filter(s -> s < 10), DoubleStream.of(ROUND_DEGREES))
            : decimal;
    double least = kind == Axis.Kind.COUNT ? 1 : 0;
    return all.filter(s -> span / s <= MOST && s >= least).toArray();
  }

  /** 10 to a whole power, exact from 10⁻²² to 10²². */
  private static double tens(double power) {
    return Double.parseDouble("1e" + (int) power);
  }

  private static double[] values(double min, double max, double step) {
    double tolerance = 1e-9;
    double first = Math.ceil(min / step - tolerance);
    double last = Math.floor(max / step + tolerance);
    // Dividing by 10 gives the nearest number to 0.3, multiplying by 0.1 does not.
    double perUnit = Math.rint(1 / step);
    boolean whole = step < 1 && Math.abs(perUnit * step - 1) < 1e-12;
    return DoubleStream.iterate(first, i -> i <= last, i -> i + 1)
        .map(i -> whole ? i / perUnit : i * step)
        .map(value -> value == 0 ? 0 : value)
        .toArray();
  }

  private static List<Tick> labelled(Axis.Kind kind, double[] values, double step) {
    double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
    boolean takesDifferences = kind == Axis.Kind.NUMBER || kind == Axis.Kind.TIME;
    if (takesDifferences && largest / step > MOST_STEPS_FROM_ZERO) return relative(values, step);
    List<Tick> ticks = new ArrayList<>(values.length);
    for (double value : values) {
      if (kind == Axis.Kind.LATITUDE && Math.abs(value) > 90) continue;
      ticks.add(
          new Tick(
              value,
              switch (kind) {
                case LATITUDE -> Numbers.latitude(value, step);
                case LONGITUDE -> Numbers.longitude(value, step);
                case PITCH -> Pitch.name((int) value);
                case NUMBER, COUNT, TIME, DATE, CLOCK, NONE -> Numbers.tick(value, step, largest);
              }));
    }
    return ticks;
  }

  /** The first in full, the others by what they lie above it: many equal digits cannot be read. */
  private static List<Tick> relative(double[] values, double step) {
    List<Tick> ticks = new ArrayList<>(values.length);
    double span = step * (values.length - 1);
    for (int i = 0; i < values.length; i++) {
      String label =
          i == 0 ? Numbers.inFull(values[0], step) : "+" + Numbers.tick(step * i, step, span);
      ticks.add(new Tick(values[i], label));
    }
    return ticks;
  }
}
