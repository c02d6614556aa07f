package undercurrent.series;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time signature and the tempo of a piece whose times are counted in quarter notes; the unit of
 * such a time axis says them, as in "4/4, 96 bpm".
 *
 * @param beats of a bar
 * @param unit of which a beat is one, 4 for a quarter note; a power of two
 * @param tempo quarter notes a minute
 */
public record Meter(int beats, int unit, double tempo) {
  /** What a time axis in quarter notes is called. */
  public static final String AXIS = "quarter note";

  /** Where a file says nothing, as the standard of MIDI files has it. */
  public static final Meter USUAL = new Meter(4, 4, 120);

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,3})/(\\d{1,3}), (\\d{1,4}(?:\\.\\d{1,3})?) bpm");

  private static final double SLOWEST = 1;
  private static final double FASTEST = 1000;

  /** The meter of a time axis; empty where its times are not counted in quarter notes. */
  public static Optional<Meter> of(TimeAxis axis) {
    return axis.name().equals(AXIS) ? of(axis.unit()) : Optional.empty();
  }

  /** A meter as it is written; empty where it is none. */
  public static Optional<Meter> of(String unit) {
    Matcher written = WRITTEN.matcher(unit);
    if (!written.matches()) return Optional.empty();
    int beats = Integer.parseInt(written.group(1));
    int one = Integer.parseInt(written.group(2));
    double tempo = Double.parseDouble(written.group(3));
    boolean isSound = isSignature(beats, one) && tempo >= SLOWEST && tempo <= FASTEST;
    return isSound ? Optional.of(new Meter(beats, one, tempo)) : Optional.empty();
  }

  /** Whether two numbers are a time signature that a MIDI file can say. */
  static boolean isSignature(int beats, int unit) {
    return beats >= 1 && beats <= 64 && unit >= 1 && unit <= 64 && Integer.bitCount(unit) == 1;
  }

  /** With a tempo of so many quarter notes a minute, within what can be played. */
  Meter at(double quarters) {
    double rounded = Math.rint(1000 * Math.clamp(quarters, SLOWEST, FASTEST)) / 1000;
    return new Meter(beats, unit, rounded);
  }

  /** The length of a bar in quarter notes. */
  public double bar() {
    return 4.0 * beats / unit;
  }

  /** As it is written, such as "3/4, 96 bpm". */
  public String written() {
    String number =
        tempo == Math.rint(tempo)
            ? Long.toString((long) tempo)
            : NumberWords.format("%.3f", tempo).replaceFirst("0+$", "");
    return beats + "/" + unit + ", " + number + " bpm";
  }
}
