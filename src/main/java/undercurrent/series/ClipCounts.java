package undercurrent.series;

/** How many clips of a generated film each part has. */
public record ClipCounts(int training, int validation, int test) {
  /** As many for training and testing as published comparisons of small films have. */
  static final ClipCounts USUAL = new ClipCounts(200, 50, 100);

  int all() {
    return training + validation + test;
  }
}
