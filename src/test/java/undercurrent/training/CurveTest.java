package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CurveTest {
  private static CurvePoint point(int epoch, double elbo, double validation) {
    return new CurvePoint(epoch, epoch, elbo, elbo, elbo, 0, 1, validation, 1, 0.1, new double[0]);
  }

  @Test
  void aLongTrainingKeepsABoundedCurveWithItsBestItsLastAndItsShape() {
    Curve curve = Curve.empty(Criterion.ELBO);
    int epochs = 100_000;
    int bestTraining = 333;
    int bestValidation = 1_001;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double elbo = epoch == bestTraining ? 5 : -1.0 / epoch;
      double validation = epoch == bestValidation ? 7 : epoch % 10 == 0 ? 1 : Double.NaN;
      curve = curve.and(point(epoch, elbo, validation));
      assertEquals(epoch, curve.getLast().epoch());
    }
    assertTrue(curve.size() <= Curve.MOST && curve.size() >= Curve.MOST / 2, "" + curve.size());
    List<Integer> kept = curve.stream().map(CurvePoint::epoch).toList();
    assertEquals(kept.stream().sorted().distinct().toList(), kept);
    assertEquals(1, kept.getFirst());
    assertTrue(kept.contains(bestTraining) && kept.contains(bestValidation));
  }

  @Test
  void aShortCurveKeepsEveryPointAndTheShorterOneStays() {
    Curve one = Curve.empty(Criterion.ELBO).and(point(1, 1, 1));
    Curve two = one.and(point(2, 2, 2));
    Curve other = one.and(point(3, 3, 3));
    assertEquals(List.of(1), one.stream().map(CurvePoint::epoch).toList());
    assertEquals(List.of(1, 2), two.stream().map(CurvePoint::epoch).toList());
    assertEquals(List.of(1, 3), other.stream().map(CurvePoint::epoch).toList());
  }
}
