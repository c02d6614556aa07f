package undercurrent.model.structural;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;

/** Series everybody knows, and the search that tests make on them. */
final class Classics {
  private Classics() {}

  /** The last cells of a table with a header. */
  static double[] series(String resource) {
    try (InputStream in = Classics.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] passengers() {
    return series("/samples/02_air_passengers.csv");
  }

  /** The maximum of the likelihood from the model's own start. */
  static MaximumLikelihood maximum(StructuralModel model, Observations seen) {
    MaximumLikelihood search = new MaximumLikelihood(model, List.of(seen), model.start(seen));
    while (search.status() == Learner.Status.READY) search.step();
    return search;
  }
}
