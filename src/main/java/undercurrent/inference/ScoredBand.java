package undercurrent.inference;

/**
 * Bands of what is observed with their scores, row by row.
 *
 * @param observation {@code [N][D]}
 * @param crps {@code [N][D]} in the channels' units; NaN where nothing was observed
 * @param pit the probability below each observation, {@code [N][D]}; NaN where it is not known
 */
record ScoredBand(Band observation, NumberRows crps, NumberRows pit) {
  /** Of a band whose scores are not known yet: all are 0. */
  static ScoredBand of(Band observation) {
    int rows = observation.mean().length();
    return new ScoredBand(
        observation,
        new NumberRows(rows, observation.size()),
        new NumberRows(rows, observation.size()));
  }
}
