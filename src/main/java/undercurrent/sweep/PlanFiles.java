package undercurrent.sweep;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.ExperimentFile;
import undercurrent.output.WholeFile;
import undercurrent.report.JsonText;

/**
 * A plan as it is written and sent: the experiment that all runs begin with, and the grid as JSON.
 */
public final class PlanFiles implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final String GRID = "plan.json";
  private static final String BASE = "base" + ExperimentFile.ENDING;

  private final byte[] base;
  private final String grid;

  private PlanFiles(byte[] base, String grid) {
    this.base = base;
    this.grid = grid;
  }

  public static PlanFiles of(Plan plan) {
    return new PlanFiles(ExperimentFile.bytes(plan.base()), json(plan.grid()));
  }

  /** Whether a folder has been begun. */
  static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(GRID));
  }

  static PlanFiles read(Path folder) throws IOException {
    Path base = folder.resolve(BASE);
    if (!Files.isRegularFile(base)) throw damaged(base);
    return new PlanFiles(Files.readAllBytes(base), Files.readString(folder.resolve(GRID)));
  }

  private static SweepException damaged(Path file) {
    return new SweepException(Words.of("planFiles.damaged", file));
  }

  /** The grid last, for it says that a folder has been begun. */
  void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve(BASE), out -> out.write(base));
    WholeFile.write(folder.resolve(GRID), grid);
  }

  /**
   * The plan.
   *
   * @throws SweepException when it is damaged
   */
  public Plan plan() throws IOException {
    Path file = Files.createTempFile("undercurrent", ExperimentFile.ENDING);
    try {
      Files.write(file, base);
      return new Plan(ExperimentFile.open(file), grid(grid));
    } catch (JacksonException e) {
      throw new SweepException(Words.of("planFiles.damaged", GRID), e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String json(Grid grid) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("version", 1).put("seeds", grid.seeds()).put("runs", grid.runs());
    ArrayNode axes = root.putArray("grid");
    for (Axis axis : grid.axes()) {
      ArrayNode values = axes.addObject().put("setting", axis.key()).putArray("values");
      axis.values().forEach(values::add);
    }
    return JsonText.of(root) + "\n";
  }

  private static Grid grid(String text) {
    JsonNode root = JsonText.JSON.readTree(text);
    List<Axis> axes = new ArrayList<>();
    for (JsonNode axis : root.required("grid")) {
      List<String> values = new ArrayList<>();
      for (JsonNode value : axis.required("values")) values.add(value.asString());
      axes.add(new Axis(axis.required("setting").asString(), values));
    }
    return new Grid(axes, root.required("seeds").asInt());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlanFiles files
        && grid.equals(files.grid)
        && Arrays.equals(base, files.base);
  }

  @Override
  public int hashCode() {
    return 31 * grid.hashCode() + Arrays.hashCode(base);
  }
}
