package undercurrent.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import undercurrent.settings.Knob;

/**
 * The numbers along a slider, whose places go from 0 to 1. A logarithmic scale that begins at 0 has
 * it at its first place, and seven powers of ten on the others.
 */
record SliderScale(double least, double most, boolean logarithmic) {
  private static final double SPAN = 1e7;
  private static final double STEPS = 100;
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  static SliderScale of(Knob knob) {
    return new SliderScale(knob.min(), knob.max(), knob.logarithmic());
  }

  private double smallest() {
    return least > 0 ? least : most / SPAN;
  }

  /** Where a number stands. */
  double place(double value) {
    if (!logarithmic) return Math.clamp((value - least) / (most - least), 0, 1);
    if (value < smallest()) return 0;
    return Math.clamp(Math.log(value / smallest()) / Math.log(most / smallest()), 0, 1);
  }

  /** The number at a place, with as few digits as a slider can tell apart. */
  double value(double place) {
    if (!logarithmic) {
      double value = least + (most - least) * Math.rint(place * STEPS) / STEPS;
      return new BigDecimal(value).round(SIX_DIGITS).doubleValue();
    }
    if (least == 0 && place <= 0) return 0;
    double value = smallest() * Math.pow(most / smallest(), place);
    return Math.clamp(new BigDecimal(value).round(TWO_DIGITS).doubleValue(), least, most);
  }
}
