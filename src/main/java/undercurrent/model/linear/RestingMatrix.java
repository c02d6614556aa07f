package undercurrent.model.linear;

import java.util.Arrays;

/**
 * Notices that a matrix which the steps of a pass update and move has come to rest: where a step
 * finds it bit by bit as the step before found it, and updates and moves it in the same way, what
 * comes of it is known. Where a system stays the same and all is observed, that is so after some
 * dozen steps. The numbers are those that would be computed.
 */
final class RestingMatrix {
  private final double[] found;
  private final double[] updated;
  private double[] lastBy = {};
  private double[] lastPlus = {};
  private boolean isKnown;
  private boolean isResting;

  RestingMatrix(int size) {
    found = new double[size];
    updated = new double[size];
  }

  /**
   * Whether the update before found the same matrix.
   *
   * @param sameUpdate whether this update does the same with it
   */
  boolean finds(double[] matrix, boolean sameUpdate) {
    isResting = isKnown && sameUpdate && Arrays.equals(found, matrix);
    if (!isResting) System.arraycopy(matrix, 0, found, 0, found.length);
    return isResting;
  }

  /** Keeps what an update has made of it. */
  void keep(double[] matrix) {
    System.arraycopy(matrix, 0, updated, 0, updated.length);
    isKnown = true;
  }

  /** Of a step that does more than update and move it, nothing is known. */
  void forget() {
    isKnown = false;
    isResting = false;
  }

  /** Updates it as the update before did. */
  void update(double[] matrix) {
    System.arraycopy(updated, 0, matrix, 0, updated.length);
  }

  /**
   * Moves it as it was moved before the last update, if it rests; else the caller has to.
   *
   * @param by what it is moved by, the same array where that is the same
   */
  boolean moves(double[] matrix, double[] by, double[] plus) {
    boolean sameMove = by == lastBy && plus == lastPlus;
    lastBy = by;
    lastPlus = plus;
    if (!isResting || !sameMove) return false;
    System.arraycopy(found, 0, matrix, 0, found.length);
    return true;
  }
}
