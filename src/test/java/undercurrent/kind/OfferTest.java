package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

final class OfferTest {
  private static List<String> offered(Channel.Kind kind, double... values) {
    double[][] rows = new double[values.length][];
    double[] times = new double[values.length];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = new double[] {values[t]};
      times[t] = t;
    }
    SeriesSet set =
        new SeriesSet(
            "some",
            List.of(new Channel("y", "", kind, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", times, rows)),
            new Split(List.of(), 1, 1));
    List<Offer> offers = Offer.of(set);
    for (Offer offer : offers) assertTrue(offer.why().endsWith("."), offer.likelihood());
    return offers.stream().map(Offer::likelihood).toList();
  }

  @Test
  void likelihoodsAreOfferedByTheValues() {
    assertEquals(List.of("bernoulli", "nade"), offered(Channel.Kind.BINARY, 0, 1, 1));
    assertEquals(
        List.of("poisson", "negative-binomial", "zero-inflated-poisson", "categorical"),
        offered(Channel.Kind.REAL, 0, 3, 17));
    assertEquals(List.of("gaussian", "student-t"), offered(Channel.Kind.REAL, 0, 3.5, 17));
    assertEquals(List.of("gaussian", "student-t"), offered(Channel.Kind.REAL, 0, -3, 17));
  }
}
