package undercurrent.model.structural;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;

/**
 * A series taken apart: what every component of a model adds to it, in the unit of the series.
 *
 * @param name of the component
 * @param mean [T]
 * @param deviation its standard deviation [T], without what is not known of θ
 */
public record Decomposition(String name, double[] mean, double[] deviation) {
  /**
   * The components in the model's order, under the conditioning of the states: h m + d + D u and
   * √(h P h'). Together the means are those of the observation. The first of the states belongs to
   * step {@code from} of what was seen, so that the states of a forecast begin where the series
   * ends.
   */
  public static List<Decomposition> of(
      StructuralModel model, double[] theta, Observations seen, Moments states, int from) {
    List<Decomposition> parts = new ArrayList<>();
    List<Block> blocks = model.blocks(theta);
    List<String> names =
        StructuralModel.numbered(model.components().stream().map(Component::name).toList());
    int at = 0;
    int input = 0;
    for (int c = 0; c < blocks.size(); c++) {
      Block block = blocks.get(c);
      double[] mean = new double[states.steps()];
      double[] deviation = new double[states.steps()];
      for (int s = 0; s < mean.length; s++) {
        mean[s] = block.offset();
        for (int j = 0; j < block.effects().length; j++) {
          mean[s] += block.effects()[j] * seen.input(from + s, input + j);
        }
        double[] h = block.emission().at(from + s);
        double variance = 0;
        for (int i = 0; i < h.length; i++) {
          mean[s] += h[i] * states.mean(s, at + i);
          for (int j = 0; j < h.length; j++) {
            variance += h[i] * h[j] * states.covariance(s, at + i, at + j);
          }
        }
        deviation[s] = Math.sqrt(Math.max(0, variance));
      }
      parts.add(new Decomposition(names.get(c), mean, deviation));
      at += block.size();
      input += block.effects().length;
    }
    return parts;
  }
}
