package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers of cells and their decimals, by shorter ways where those give the same bits. */
class CellsTest {
  @Test
  void numbersAreThoseThatJavaReads() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder cell = new StringBuilder(List.of("", "-", "+").get(random.nextInt(3)));
      int digits = 1 + random.nextInt(19);
      int point = random.nextInt(2 * digits + 1);
      for (int d = 0; d < digits; d++) {
        if (d == point) cell.append('.');
        cell.append((char) ('0' + random.nextInt(10)));
      }
      if (point == digits) cell.append('.');
      same(cell.toString());
    }
    for (String cell : List.of("0", "-0", "-0.0", ".5", "-.5", "5.", "1e3", "1.5D+01")) same(cell);
  }

  private static void same(String cell) {
    double expected = Double.parseDouble(cell.replace('D', 'E'));
    assertEquals(bits(expected), bits(Cells.number(cell, DecimalSign.DOT)), cell);
    assertEquals(
        bits(expected), bits(Cells.number(cell.replace('.', ','), DecimalSign.COMMA)), cell);
  }

  @Test
  void cellsWithoutDigitsAreNoNumbers() {
    for (String cell : List.of("", ".", "-", "+.", "1.2.3", "--1", "1-", "x")) {
      assertEquals(Double.NaN, Cells.number(cell, DecimalSign.DOT), cell);
    }
  }

  @Test
  void roundedNumbersAreThoseOfTheirDecimals() {
    for (double number : new double[] {0, -0.0, 1, -3, 1e7, 123456789012.0, 1e22, 0.125, -2.675}) {
      for (int digits = 0; digits < 4; digits++) {
        BigDecimal exact = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
        assertEquals(bits(exact.doubleValue()), bits(Digits.rounded(number, digits)));
      }
    }
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }
}
