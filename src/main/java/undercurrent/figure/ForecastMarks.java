package undercurrent.figure;

import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;

/** What forecasts have in common in every figure. */
final class ForecastMarks {
  static String unseen() {
    return Words.of("mark.unseen");
  }

  private ForecastMarks() {}

  static Mark rule(ShownSeries shown, Estimate forecast) {
    return new Mark.Rule("", Words.of("mark.forecast"), shown.beginning(forecast), true);
  }

  /** The first row that a forecast has not seen; the length when there is none. */
  static int firstUnseen(List<Estimate> estimates, int length) {
    return estimates.stream()
        .filter(e -> e.conditioning() == Conditioning.FORECAST)
        .mapToInt(Estimate::from)
        .min()
        .orElse(length);
  }
}
