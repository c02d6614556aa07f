package undercurrent.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.training.Checkpoint;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/**
 * A trained document with shorter numbers, for those that come with the program and are downloaded
 * by all: the curve with as many digits as figures and tables show, and Adam's moments, from which
 * a training goes on, with eight binary digits. Weights keep all of theirs, so that what the model
 * says is the same.
 */
final class ShortenedNumbers {
  private static final MathContext SHOWN = new MathContext(6);

  private ShortenedNumbers() {}

  /** Documents of kinds without weights stay as they are: they are small. */
  static Experiment of(Experiment trained) {
    return trained
        .checkpoint()
        .filter(all -> all.weights().length > 0)
        .map(all -> with(trained, of(all)))
        .orElse(trained);
  }

  private static Experiment with(Experiment trained, Checkpoint checkpoint) {
    Curve curve = trained.curve();
    List<CurvePoint> points = curve.stream().map(ShortenedNumbers::of).toList();
    return new Experiment(
        trained.revision(),
        trained.model(),
        trained.training(),
        Optional.of(checkpoint),
        Curve.of(curve.criterion(), points),
        trained.view(),
        trained.replay(),
        trained.compared());
  }

  private static Checkpoint of(Checkpoint all) {
    return new Checkpoint(
        all.epoch(),
        all.step(),
        all.batch(),
        all.weights(),
        of(all.firstMoment()),
        of(all.secondMoment()),
        all.best(),
        all.bestElbo(),
        all.bestEpoch(),
        all.waited(),
        all.sums(),
        all.status(),
        all.state());
  }

  private static CurvePoint of(CurvePoint all) {
    return new CurvePoint(
        all.epoch(),
        all.step(),
        of(all.objective()),
        of(all.elbo()),
        of(all.reconstruction()),
        of(all.kl()),
        of(all.klWeight()),
        of(all.validationElbo()),
        of(all.gradientNorm()),
        of(all.learningRate()),
        Arrays.stream(all.klPerDimension()).map(ShortenedNumbers::of).toArray());
  }

  private static double of(double number) {
    return Double.isFinite(number) ? new BigDecimal(number).round(SHOWN).doubleValue() : number;
  }

  private static float[] of(float[] numbers) {
    float[] shorter = new float[numbers.length];
    for (int i = 0; i < shorter.length; i++) shorter[i] = of(numbers[i]);
    return shorter;
  }

  /** The nearest number whose last 16 bits are zero; halves go to the even one. */
  static float of(float number) {
    int bits = Float.floatToRawIntBits(number);
    int isOdd = bits >> 16 & 1;
    return Float.intBitsToFloat(bits + 0x7FFF + isOdd & 0xFFFF0000);
  }
}
