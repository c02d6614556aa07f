package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * The parts of a linear system of standardised values by their letters; of one that changes with
 * time, those of its first step.
 *
 * @param channels that are observed
 * @param inputs that it takes
 */
record SystemMatrices(LinearSystem system, List<String> channels, List<String> inputs) {
  /** n. */
  int size() {
    return system.latentSize();
  }

  /** F and Q, H and R, and with inputs B and D, as they stand beside one another. */
  List<List<LearnedMatrix>> lines() {
    List<List<LearnedMatrix>> lines = new ArrayList<>();
    lines.add(List.of(of(SystemPart.TRANSITION), of(SystemPart.TRANSITION_NOISE)));
    lines.add(List.of(of(SystemPart.EMISSION), of(SystemPart.EMISSION_NOISE)));
    if (hasInputs()) {
      lines.add(List.of(of(SystemPart.TRANSITION_INPUT), of(SystemPart.EMISSION_INPUT)));
    }
    return lines;
  }

  /** F, Q and b, with inputs B; their names end alike. */
  List<LearnedMatrix> motion(String end) {
    List<SystemPart> parts =
        new ArrayList<>(
            List.of(
                SystemPart.TRANSITION, SystemPart.TRANSITION_NOISE, SystemPart.TRANSITION_OFFSET));
    if (hasInputs()) parts.add(SystemPart.TRANSITION_INPUT);
    return parts.stream().map(this::of).map(m -> m.called(m.name() + end)).toList();
  }

  /** H, R and d, with inputs D, and what 0 and 1 of each channel are in the file. */
  List<LearnedMatrix> emission(IntToDoubleFunction centre, IntToDoubleFunction scale) {
    List<SystemPart> parts =
        new ArrayList<>(
            List.of(SystemPart.EMISSION, SystemPart.EMISSION_NOISE, SystemPart.EMISSION_OFFSET));
    if (hasInputs()) parts.add(SystemPart.EMISSION_INPUT);
    List<LearnedMatrix> emission = new ArrayList<>(parts.stream().map(this::of).toList());
    emission.add(LearnedMatrix.column("centre", channels, centre));
    emission.add(LearnedMatrix.column("scale", channels, scale));
    return emission;
  }

  /** m1 and P1 and, as columns of A, the directions in which the start is exactly diffuse. */
  List<LearnedMatrix> start() {
    List<LearnedMatrix> start = new ArrayList<>();
    start.add(of(SystemPart.INITIAL_MEAN));
    start.add(of(SystemPart.INITIAL_COVARIANCE));
    int diffuse = system.diffuseSize();
    if (diffuse > 0) {
      start.add(
          new LearnedMatrix("A", states(), numbered("a", diffuse), system.diffuseDirections()));
    }
    return start;
  }

  private boolean hasInputs() {
    return system.inputSize() > 0;
  }

  private LearnedMatrix of(SystemPart part) {
    Varying values = system.part(part);
    double[][] table = Matrix.of(values.rows(), values.columns(), values.at(0)).toRows();
    return new LearnedMatrix(part.letter(), rows(part), columns(part), table);
  }

  private List<String> rows(SystemPart part) {
    return switch (part) {
      case EMISSION, EMISSION_INPUT, EMISSION_OFFSET, EMISSION_NOISE -> channels;
      default -> states();
    };
  }

  private List<String> columns(SystemPart part) {
    return switch (part) {
      case EMISSION_NOISE -> channels;
      case TRANSITION_INPUT, EMISSION_INPUT -> inputs;
      case TRANSITION_OFFSET, EMISSION_OFFSET, INITIAL_MEAN -> LearnedMatrix.ONE_COLUMN;
      case TRANSITION, TRANSITION_NOISE, EMISSION, INITIAL_COVARIANCE -> states();
    };
  }

  private List<String> states() {
    return numbered("z", size());
  }

  /** The letter with the numbers from 1 on. */
  static List<String> numbered(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
  }
}
