package undercurrent.math;

/**
 * The terms of a sum over the columns of each row, of some rows at a time: work space that stays in
 * the first cache, however many rows there are.
 *
 * @param rows at a time
 * @param terms {@code [rows × D]}
 */
record RowTerms(int rows, float[] terms) {
  /** Terms at a time, of more than one row. */
  private static final int ROOM = 2048;

  /** For so many rows in all. */
  static RowTerms of(int all, int columns) {
    int rows = Math.clamp(ROOM / Math.max(1, columns), 1, Math.max(1, all));
    return new RowTerms(rows, new float[rows * columns]);
  }

  /** The same work space for so many rows in all. */
  RowTerms atMost(int all) {
    return new RowTerms(Math.min(rows, all), terms);
  }

  /** Sets rows of {@code out} to the sums of their terms, in order. */
  void sum(int columns, Value out, int from, int count) {
    for (int i = 0; i < count; i++) {
      float sum = 0f;
      for (int j = i * columns; j < (i + 1) * columns; j++) sum += terms[j];
      out.data[out.offset + from + i] = sum;
    }
  }

  /** Each term of a row becomes the gradient of the row's sum, where it was observed. */
  void spread(Value out, Value mask, int from, int count) {
    int columns = mask.columns;
    int first = mask.offset + from * columns;
    for (int i = 0; i < count; i++) {
      float d = out.grad[out.offset + from + i];
      for (int j = i * columns; j < (i + 1) * columns; j++) terms[j] = d * mask.data[first + j];
    }
  }
}
