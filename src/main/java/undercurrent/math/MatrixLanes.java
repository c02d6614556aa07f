package undercurrent.math;

/**
 * The same element of many small matrices next to each other, so that loops over vectors compute
 * many matrices at once: element e of matrix l stands at {@code e·WIDTH + l}.
 */
final class MatrixLanes {
  /** Matrices at a time. */
  static final int WIDTH = 64;

  final float[] data;
  private final int elements;

  MatrixLanes(int elements) {
    this.elements = elements;
    data = new float[elements * WIDTH];
  }

  /** Takes {@code count} matrices of a row-major array, one a row. */
  void load(float[] rows, int offset, int count) {
    for (int l = 0; l < count; l++) {
      for (int e = 0; e < elements; e++) data[e * WIDTH + l] = rows[offset + l * elements + e];
    }
  }

  /** Writes them to such an array. */
  void store(float[] rows, int offset, int count) {
    for (int l = 0; l < count; l++) {
      for (int e = 0; e < elements; e++) rows[offset + l * elements + e] = data[e * WIDTH + l];
    }
  }

  /** Adds them to such an array. */
  void addTo(float[] rows, int offset, int count) {
    for (int l = 0; l < count; l++) {
      for (int e = 0; e < elements; e++) rows[offset + l * elements + e] += data[e * WIDTH + l];
    }
  }

  void clear() {
    java.util.Arrays.fill(data, 0f);
  }
}
