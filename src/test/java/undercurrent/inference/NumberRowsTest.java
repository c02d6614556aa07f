package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class NumberRowsTest {
  private static final NumberRows ROWS = NumberRows.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});

  @Test
  void rowsAndColumnsAreCopies() {
    assertArrayEquals(new double[] {5, 6}, ROWS.row(2));
    assertArrayEquals(new double[] {2, 4, 6}, ROWS.column(1));
    assertArrayEquals(new double[] {4, 6}, ROWS.range(1, 3).column(1));
    assertEquals(0, NumberRows.of(new double[2][0]).row(1).length);
  }

  /** The numbers stand in one array, where those of a neighbour follow. */
  @Test
  void whatIsOutsideIsNotTheNumberOfANeighbour() {
    assertThrows(IndexOutOfBoundsException.class, () -> ROWS.at(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> ROWS.at(1, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> ROWS.column(2));
    NumberRows middle = ROWS.range(1, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> middle.at(1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> middle.row(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> middle.range(0, 2));
  }
}
