package undercurrent.view.chart;

import java.util.OptionalDouble;

/** What gestures on a figure of observations do to the data; all places in units of its axes. */
public interface DataTouch {
  /** What a drag on the plot does when no key is held. */
  enum Tool {
    ZOOM,
    HIDE,
    MOVE
  }

  /** What a drag does now. */
  Tool tool();

  /** The rows between two moments are brushed; called again while the mouse goes on. */
  void brush(double from, double to);

  /**
   * An observation is taken hold of.
   *
   * @return whether there is one at this moment
   */
  boolean grab(double time, double value);

  /** The observation that is held lies at another value; called again while the mouse goes on. */
  void move(double value);

  /** The forecast begins after the last row before this moment; called again. */
  void origin(double time);

  /** The mouse was let go. */
  void release();

  /** Where the forecast begins now; empty where there is none to be moved. */
  OptionalDouble origin();
}
