package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comma or a dot before three digits is, is decided once and said. */
final class DecimalSignTest {
  private static double[] x(String text, int channel) {
    SeriesSet set = SeriesFiles.open("table.csv", text, ImportChoices.AUTOMATIC);
    return set.series().getFirst().channel(set.observedChannels()[channel]);
  }

  @Test
  void aNumberThatBeginsWithZeroHasNoThousands() {
    String text = "t,x\n0,\"0,193\"\n1,\"1,250\"\n2,\"2,500\"\n";
    assertArrayEquals(new double[] {0.193, 1.25, 2.5}, x(text, 0));
  }

  @Test
  void aSignOfThousandsIsSaidWhereItMayBeThatOfDecimals() {
    String text = "t,x\n0,\"4,193\"\n1,\"1,250\"\n2,\"2,500\"\n";
    assertArrayEquals(new double[] {4193, 1250, 2500}, x(text, 0));
    assertEquals(
        List.of(
            "In column 'x' 2,500 was read as 2500, with a sign of thousands (--decimal comma reads"
                + " it otherwise)."),
        Notes.special(SeriesFiles.preview("table.csv", text, ImportChoices.AUTOMATIC)));
  }

  /** Numbers that may be either do not outvote one that may not. */
  @Test
  void numbersThatOnlyOneSignExplainsDecide() {
    String text = "t;x;y\n0;4.193;1,5\n1;1.250;2,25\n2;2.500;7\n";
    assertArrayEquals(new double[] {4193, 1250, 2500}, x(text, 0));
    assertArrayEquals(new double[] {1.5, 2.25, 7}, x(text, 1));
  }
}
