package undercurrent.series;

import java.nio.ByteBuffer;

/**
 * An array of NumPy as one, two or three indices: series, time and column. What has no series or
 * columns of its own has one of them.
 *
 * @param name empty when it stands alone
 */
record NpyArray(String name, NpyHeader header, ByteBuffer data) {
  /** Dimensions without the one of columns that fields take the place of. */
  static int rank(NpyHeader header) {
    return header.shape().length + (header.isStructured() ? 1 : 0);
  }

  boolean hasSeries() {
    return rank(header) == 3;
  }

  int series() {
    return hasSeries() ? (int) header.shape()[0] : 1;
  }

  int time() {
    return (int) header.shape()[hasSeries() ? 1 : 0];
  }

  int columns() {
    if (header.isStructured()) return header.fields().size();
    long[] shape = header.shape();
    return shape.length == 1 ? 1 : (int) shape[shape.length - 1];
  }

  String cell(int series, int time, int column) {
    boolean fields = header.isStructured();
    NpyHeader.Field field = header.fields().get(fields ? column : 0);
    long[] index =
        switch (header.shape().length) {
          case 1 -> new long[] {time};
          case 2 -> fields ? new long[] {series, time} : new long[] {time, column};
          default -> new long[] {series, time, column};
        };
    return field.type().cell(data, place(index) * header.itemBytes() + field.offset());
  }

  private int place(long[] index) {
    long place = 0;
    int last = index.length - 1;
    for (int i = 0; i <= last; i++) {
      int d = header.fortran() ? last - i : i;
      place = place * header.shape()[d] + index[d];
    }
    return (int) place;
  }
}
