package undercurrent.series;

import java.util.OptionalInt;

/**
 * The times that rows lie on, such as the months or every six hours: how they go on after the last
 * row, and how many of them lie between two rows. Times are those of a {@link TimeAxis}: of a date,
 * days since 1970-01-01T00:00Z.
 */
public sealed interface Calendar permits EvenSteps, Months, WorkingTimes, UnevenTimes {
  /** The time that lies so many steps after one of this calendar. */
  double after(double time, int steps);

  /** How many steps lead from one time of this calendar to a later one. */
  long steps(double from, double to);

  /** How many steps the usual season has: a year, a week or a day; none where no one is usual. */
  OptionalInt season();

  /** What a step is, in the plural: "months", "business days", "steps of 6 hours". */
  String words();

  /** True when a step that has no row is a row that is missing. */
  boolean expectsEveryStep();
}
