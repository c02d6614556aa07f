package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "12, 12",
    "-3, −3",
    "0.123456, 0.1235",
    "1234567.5, 1235000",
    "1e-9, 1.000e−09",
    "NaN, not available",
    "Infinity, not available",
    "-Infinity, not available"
  })
  void aNumberInASentenceHasFourDigitsOrIsNotAvailable(double value, String words) {
    assertEquals(words, NumberWords.of(value));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 epochs", "1, 1 epoch", "2, 2 epochs"})
  void oneThingIsSingular(long count, String words) {
    assertEquals(words, NumberWords.count(count, "epoch"));
  }

  @Test
  void aFormattedNumberThatIsNotFiniteIsSaidInWords() {
    assertEquals("not available km of 3", NumberWords.format("%.1f km of %d", Double.NaN, 3));
    assertEquals(
        "a   –|–   1.50 %",
        NumberWords.format(
            "%s %3.1f|%-3.1f %.2f %%", "a", Double.POSITIVE_INFINITY, Double.NaN, 1.5));
  }

  @Test
  void aNumberWithFixedDecimalsHasAMinusSign() {
    assertEquals("−1.20", NumberWords.fixed(-1.2, 2));
  }
}
