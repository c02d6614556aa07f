package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The known answers of {@code golden/deep}, computed in double precision by two independent
 * programs, and the formulas of their weights.
 */
public final class DeepGolden {
  private static final Map<Parameters, double[]> EXACT =
      Collections.synchronizedMap(new WeakHashMap<>());

  private DeepGolden() {}

  /** Sets a weight to a number, and keeps it as a double for {@link #exact}. */
  public static void set(Parameters parameters, int index, double number) {
    parameters.data()[index] = (float) number;
    double[] exact = EXACT.get(parameters);
    if (exact == null || exact.length != parameters.size()) {
      double[] longer = new double[parameters.size()];
      for (int i = 0; i < longer.length; i++) {
        longer[i] = exact != null && i < exact.length ? exact[i] : parameters.data()[i];
      }
      exact = longer;
      EXACT.put(parameters, exact);
    }
    exact[index] = number;
  }

  /** The weights that an oracle reads, as doubles that are not rounded to floats. */
  public static void exact(Tape tape, Parameters parameters, DoubleOracle oracle) {
    double[] weights = oracle.of(tape.parameter(parameters.entries().getFirst()));
    double[] exact = EXACT.getOrDefault(parameters, new double[0]);
    for (int i = 0; i < exact.length; i++) {
      // One that was changed since then is that of the tape.
      if ((float) exact[i] == parameters.data()[i]) weights[i] = exact[i];
    }
  }

  /** One file of them, without its ending. */
  public static JsonNode read(String name) {
    String path = "/golden/deep/" + name + ".json";
    try (InputStream in = Objects.requireNonNull(DeepGolden.class.getResourceAsStream(path))) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Row r and column c of the weights of layer k with {@code in} inputs. */
  public static double weight(int k, int r, int in, int c) {
    return 0.5 * Math.sin(1 + k + r * in + c);
  }

  public static double bias(int k, int r) {
    return 0.1 * Math.cos(1 + k + r);
  }

  /**
   * Fills a layer of the program, whose weights are stored {@code [in × out]}.
   *
   * @param gain times the weights, not the bias
   */
  public static void fill(Parameters parameters, String name, int k, double gain) {
    Parameters.Entry weight = entry(parameters, name + ".weight");
    for (int r = 0; r < weight.columns(); r++) {
      for (int c = 0; c < weight.rows(); c++) {
        set(
            parameters,
            weight.offset() + c * weight.columns() + r,
            gain * weight(k, r, weight.rows(), c));
      }
    }
    fillBias(parameters, name + ".bias", k);
  }

  /** Fills a vector by the formula of a bias. */
  public static void fillBias(Parameters parameters, String name, int k) {
    Parameters.Entry bias = entry(parameters, name);
    for (int r = 0; r < bias.size(); r++) set(parameters, bias.offset() + r, bias(k, r));
  }

  public static Parameters.Entry entry(Parameters parameters, String name) {
    return parameters.entries().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /**
   * The gradient of a place such as {@code network.combiner.weight[2,0]} or {@code prior.z0[0]}.
   */
  public static double slope(Parameters parameters, float[] gradient, String place) {
    int bracket = place.indexOf('[');
    Parameters.Entry entry = entry(parameters, place.substring(0, bracket));
    int[] at =
        Arrays.stream(place.substring(bracket + 1, place.length() - 1).split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    return gradient[entry.offset() + (at.length == 1 ? at[0] : at[1] * entry.columns() + at[0])];
  }

  /** Asserts that a number is the known one but for the rounding of floats. */
  public static void assertClose(String what, JsonNode expected, double actual) {
    double number = expected.doubleValue();
    assertEquals(number, actual, 1e-5 * Math.max(1, Math.abs(number)), what);
  }
}
