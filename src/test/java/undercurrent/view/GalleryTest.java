package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ModelKind;

/** The gallery can be rendered, and no kind of the catalogue is missing in it. */
final class GalleryTest {
  @TempDir private Path folder = Path.of("");

  private static final List<GalleryScene> ALL = GalleryScene.all();

  static Stream<GalleryScene> scenes() {
    return ALL.stream();
  }

  /**
   * A setting that the kind does not have, or a figure that is not offered, would end the gallery.
   */
  @ParameterizedTest
  @MethodSource("scenes")
  void everySceneCanBeTrainedAndHasItsFigures(GalleryScene scene) {
    Experiment experiment = scene.experiment();
    Run.model(experiment);
    Set<String> offered =
        experiment.model().figures().stream().map(FigureCard::id).collect(Collectors.toSet());
    for (List<String> ids : List.of(scene.choices(), scene.figures())) {
      assertTrue(offered.containsAll(ids), () -> ids + " of " + offered);
    }
  }

  @Test
  void everyKindHasItsScene() {
    Set<String> names = scenes().map(GalleryScene::name).collect(Collectors.toSet());
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      assertTrue(names.contains("kind-" + kind.id()), kind.id());
    }
    assertEquals(names.size(), ALL.size());
  }

  @Test
  void picturesAreWrittenAndNoneIsOfOneColour() throws IOException {
    List<GalleryScene> few = scenes().filter(s -> s.name().equals("kind-deep")).toList();
    Gallery.Plan plan =
        new Gallery.Plan(List.of(new int[] {1000, 700}), List.of(false), 2, 1, 20, few);
    List<Path> files = Gallery.render(folder, plan);
    Set<String> names =
        files.stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    assertEquals(files.size(), names.size());
    for (String name :
        List.of(
            "first-1000x700-light.png",
            "kind-deep-1000x700-light.png",
            "kind-deep-calibration-1000x700-light.png",
            "figure-race-1000x700-light.png",
            "lesson-question-1000x700-light.png",
            "lesson-wrong-1000x700-light.png",
            "lesson-right-1000x700-light.png",
            "import-light.png",
            "shortcuts-light.png",
            "help-deep-light.png")) {
      assertTrue(names.contains(name), () -> name + " of " + names);
    }
    for (Path file : files) assertFalse(isOfOneColour(ImageIO.read(file.toFile())), file + "");
  }

  private static boolean isOfOneColour(BufferedImage picture) {
    int first = picture.getRGB(0, 0);
    for (int y = 0; y < picture.getHeight(); y += 7) {
      for (int x = 0; x < picture.getWidth(); x += 3) {
        if (picture.getRGB(x, y) != first) return false;
      }
    }
    return true;
  }
}
