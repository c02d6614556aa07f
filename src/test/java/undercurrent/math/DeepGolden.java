package undercurrent.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The known answers of {@code golden/deep}, computed in double precision by two independent
 * programs, and the formulas of their weights.
 */
public final class DeepGolden {
  private DeepGolden() {}

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
        parameters.data()[weight.offset() + c * weight.columns() + r] =
            (float) (gain * weight(k, r, weight.rows(), c));
      }
    }
    fillBias(parameters, name + ".bias", k);
  }

  /** Fills a vector by the formula of a bias. */
  public static void fillBias(Parameters parameters, String name, int k) {
    Parameters.Entry bias = entry(parameters, name);
    for (int r = 0; r < bias.size(); r++) parameters.data()[bias.offset() + r] = (float) bias(k, r);
  }

  public static Parameters.Entry entry(Parameters parameters, String name) {
    return parameters.entries().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
