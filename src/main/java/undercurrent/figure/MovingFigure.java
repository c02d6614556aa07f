package undercurrent.figure;

/** A figure at each of several moments, which can be played and written as a film. */
public interface MovingFigure {
  /** How many moments there are, at least one. */
  int length();

  /** The moment to begin with. */
  default int first() {
    return 0;
  }

  /** The figure at a moment, from 0 on: all have the same id, size and scales. */
  Figure at(int moment);

  /** The same with fewer parts, for a narrow place; all of it where it has none to leave out. */
  default Figure narrow(int moment) {
    return at(moment);
  }

  /** A moment in words, such as a date. */
  String words(int moment);

  /** The moment in the unit of the time axis of the series; NaN where it is none of its times. */
  double time(int moment);

  /** The moment whose time is nearest to a time; the first where times are not known. */
  static int nearest(MovingFigure figure, double time) {
    int best = 0;
    for (int i = 1; i < figure.length(); i++) {
      if (Math.abs(figure.time(i) - time) < Math.abs(figure.time(best) - time)) best = i;
    }
    return best;
  }

  /** How many moments a second are played at the usual speed. */
  double perSecond();
}
