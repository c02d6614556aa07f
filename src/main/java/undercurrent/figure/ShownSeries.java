package undercurrent.figure;

import java.util.regex.Pattern;
import undercurrent.inference.Estimate;
import undercurrent.series.Channel;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.TimeAxis;
import undercurrent.text.Visible;

/** One series of a set as figures name it: its title, its time axis, its moments. */
record ShownSeries(SeriesSet set, int index) {
  private static final Pattern ROLE = Pattern.compile("[_ .](obs|observed|measured|true|truth)$");

  Series series() {
    return set.series().get(index);
  }

  /** "Sine family, series 3", or just the set's name when it has one series. */
  String title() {
    String name = title(set);
    return set.series().size() == 1
        ? name
        : Words.of("series.title", name, Visible.name(series().name()));
  }

  /** A sample's title; a set from another file is called like it: "3_my_data" is "My data". */
  static String title(SeriesSet set) {
    for (Sample sample : Samples.all()) {
      boolean isIt =
          sample.source() instanceof Sample.Source.File file
              && file.fileName().startsWith(set.name() + ".");
      if (isIt) return sample.title();
    }
    String words = Visible.name(set.name()).replace('_', ' ').strip();
    return EstimateWords.sentence(words.replaceFirst("^\\d+ (?=\\p{L})", ""));
  }

  Axis timeAxis() {
    TimeAxis time = set.time();
    Axis.Kind kind =
        time.hasDays() ? Axis.Kind.DATE : time.isDate() ? Axis.Kind.CLOCK : Axis.Kind.TIME;
    return new Axis(
        sinceOrigin(words(time.name())),
        time.isDate() ? "" : Visible.name(time.unit()),
        kind,
        Double.NaN,
        Double.NaN);
  }

  /** A moment in words: a date, or a number of the time axis. */
  String moment(double time) {
    if (set.time().isDate()) {
      return set.time().hasDays() ? DateStep.words(time) : ClockStep.words(time);
    }
    return set.time().origin() == 0 ? Numbers.words(time) : set.time().digits(time);
  }

  private String sinceOrigin(String name) {
    return set.time().origin() == 0
        ? name
        : Words.of("axis.since", name, String.valueOf(set.time().origin()));
  }

  /** The first moment of an estimate lies half a step after this one. */
  double beginning(Estimate estimate) {
    double first = estimate.times()[0];
    if (estimate.from() > 0 && estimate.from() <= series().length()) {
      return (series().times()[estimate.from() - 1] + first) / 2;
    }
    return first;
  }

  /** A channel's name in words, without what only says its role: "flow_obs" is flow. */
  static String name(Channel channel) {
    return switch (channel.kind()) {
      case LATITUDE -> Words.of("axis.latitude");
      case LONGITUDE -> Words.of("axis.longitude");
      case REAL, BINARY, COUNT, PIXEL -> withoutRole(channel.name());
    };
  }

  private static String withoutRole(String column) {
    return words(ROLE.matcher(column).replaceFirst(""));
  }

  /** A row or column of a matrix: "z1" is z₁, "a1" a₁, and a channel is called as above. */
  static String place(String name) {
    return name.matches("[za]\\d+")
        ? LatentFigure.symbol(name.substring(0, 1), Integer.parseInt(name.substring(1)) - 1)
        : withoutRole(name);
  }

  /** A column's name as people write it: "time_utc" is time (UTC). */
  private static String words(String column) {
    String name = Visible.name(column);
    String words = name.replace('_', ' ').strip();
    return words.isEmpty() ? name : words.replaceFirst("(?<=.) (utc|UTC)$", " (UTC)");
  }

  /** "noisy (m)": a channel and its unit. */
  static String named(Channel channel) {
    return channel.unit().isEmpty()
        ? name(channel)
        : name(channel) + " (" + Visible.name(channel.unit()) + ")";
  }

  /** Positions on the Earth are written as 20°N, which needs no unit. */
  static Axis axis(Channel channel) {
    return switch (channel.kind()) {
      case LATITUDE -> degrees(channel, Axis.Kind.LATITUDE);
      case LONGITUDE -> degrees(channel, Axis.Kind.LONGITUDE);
      case REAL, BINARY, COUNT, PIXEL -> Axis.of(name(channel), Visible.name(channel.unit()));
    };
  }

  private static Axis degrees(Channel channel, Axis.Kind kind) {
    return new Axis(name(channel), "", kind, Double.NaN, Double.NaN);
  }
}
