package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import undercurrent.kind.ChosenModel;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.ImportChoices;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Training;

/** Linear kinds fitted on the way that the window and the command line take. */
final class Fits {
  private Fits() {}

  /** A table as a person would open it. */
  static SeriesSet read(String table) {
    return SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
  }

  static SeriesSet sample(String name) {
    return Samples.find(name).orElseThrow().open();
  }

  /** The text of a table among the resources. */
  static String text(String resource) {
    try (InputStream in = Fits.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it to learn from. */
  static SeriesSet whole(SeriesSet set) {
    return new SeriesSet(
        set.name(),
        set.channels(),
        set.time(),
        set.series(),
        new Split(set.series().stream().map(s -> Part.TRAINING).toList(), 1, 1));
  }

  /** Until nothing is gained any more, with those of the settings {@code key, value, …} it has. */
  static Run fitted(SeriesSet set, Object... settings) {
    Recipe recipe = Recipe.of(set);
    for (int i = 0; i < settings.length; i += 2) {
      String key = (String) settings[i];
      boolean isForeign = !key.equals(ChosenModel.KIND) && !recipe.model().has(key);
      if (isForeign && !Settings.has(recipe.training(), key)) continue;
      recipe = recipe.with(key, settings[i + 1]);
    }
    Run run = Run.of(recipe.experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  static ExactFit fit(Run run) {
    return run.diagnosis(0).orElseThrow().fit();
  }

  static FittedQuantity quantity(ExactFit fit, String name) {
    List<String> names = fit.quantities().stream().map(FittedQuantity::name).toList();
    return fit.quantities().stream()
        .filter(q -> q.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + names));
  }
}
