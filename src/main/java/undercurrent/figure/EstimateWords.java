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
    return Words.of("name." + conditioning);
  }

  /** "filtered mean". */
  static String mean(Estimate estimate) {
    return Words.of("mean." + estimate.conditioning());
  }

  /** What is drawn as the centre of a band: "filtered mean", or of a sample "filtered median". */
  static String centre(Estimate estimate, Band band) {
    return Words.of((band.hasMedian() ? "median." : "mean.") + estimate.conditioning());
  }

  /** Of several latent dimensions. */
  static String centres(Estimate estimate) {
    String what = estimate.latent().hasMedian() ? "medians." : "means.";
    return Words.of(what + estimate.conditioning());
  }

  /** "filtered probability". */
  static String probability(Conditioning conditioning) {
    return Words.of("probability." + conditioning);
  }

  /** What sample paths are called. */
  static String paths(Conditioning conditioning) {
    return Words.of("paths." + conditioning);
  }

  /** "given x up to t": what each row has seen. */
  static String given(ShownSeries shown, Estimate estimate) {
    return switch (estimate.conditioning()) {
      case FILTERED, SMOOTHED, PREDICTED -> Words.of("given." + estimate.conditioning());
      case FORECAST -> {
        int seen = Math.min(estimate.from(), shown.series().length());
        String given =
            seen == 0
                ? Words.of("given.nothing")
                : Words.of("given.upTo", shown.moment(shown.series().times()[seen - 1]));
        boolean held = estimate.method().equals(Estimate.INPUTS_HELD);
        yield held ? Words.of("given.held", given) : given;
      }
    };
  }

  static String observationBand(ShownSeries shown, Estimate estimate) {
    return Words.of("band.observation", level(estimate), given(shown, estimate));
  }

  static String latentBand(ShownSeries shown, Estimate estimate) {
    return Words.of("band.latent", level(estimate), given(shown, estimate));
  }

  static String level(Estimate estimate) {
    return Numbers.words(100 * estimate.level()) + " %";
  }

  /** Upper case at the start, for sentences and titles. */
  static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
