package undercurrent.figure;

import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;

/** How estimates are called and coloured: every legend says what was seen. */
final class EstimateWords {
  private EstimateWords() {}

  static Ink ink(Conditioning conditioning) {
    return switch (conditioning) {
      case FILTERED -> Ink.BLUE;
      case SMOOTHED -> Ink.GREEN;
      case PREDICTED -> Ink.PURPLE;
      case FORECAST -> Ink.VERMILION;
    };
  }

  static String name(Conditioning conditioning) {
    return switch (conditioning) {
      case FILTERED -> "filtered";
      case SMOOTHED -> "smoothed";
      case PREDICTED -> "predicted";
      case FORECAST -> "forecast";
    };
  }

  /** "filtered mean". */
  static String mean(Estimate estimate) {
    return name(estimate.conditioning()) + " mean";
  }

  /** What is drawn as the centre of a band: "filtered mean", or of a sample "filtered median". */
  static String centre(Estimate estimate, Band band) {
    return name(estimate.conditioning()) + (band.hasMedian() ? " median" : " mean");
  }

  /** "given x up to t": what each row has seen. */
  static String given(ShownSeries shown, Estimate estimate) {
    return switch (estimate.conditioning()) {
      case FILTERED -> "given x up to t";
      case SMOOTHED -> "given all x";
      case PREDICTED -> "given x before t";
      case FORECAST -> {
        int seen = Math.min(estimate.from(), shown.series().length());
        String given =
            seen == 0
                ? "given nothing"
                : "given x up to " + shown.moment(shown.series().times()[seen - 1]);
        boolean held = estimate.method().equals(Estimate.INPUTS_HELD);
        yield held ? given + ", last inputs held" : given;
      }
    };
  }

  static String observationBand(ShownSeries shown, Estimate estimate) {
    return level(estimate) + " band of the observation, " + given(shown, estimate);
  }

  static String latentBand(ShownSeries shown, Estimate estimate) {
    return level(estimate) + " band of the latent state, " + given(shown, estimate);
  }

  static String level(Estimate estimate) {
    return Numbers.words(100 * estimate.level()) + " %";
  }

  /** Upper case at the start, for sentences and titles. */
  static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
