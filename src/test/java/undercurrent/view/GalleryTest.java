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

  static Stream<GalleryScene> scenes() {
    return GalleryScene.all().stream();
  }

  /**
   * A setting that the kind does not have, or a figure that is not offered, would end the gallery.
   */
  @ParameterizedTest
  @MethodSource("scenes")
  void everySceneCanBeTrainedAndHasItsFigures(GalleryScene scene) {
    Experiment experiment = scene.experiment();
    Run.of(experiment);
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
    assertEquals(names.size(), GalleryScene.all().size());
  }

  @Test
  void picturesAreWrittenAndNoneIsOfOneColour() throws IOException {
    List<GalleryScene> few =
        scenes().filter(s -> Set.of("training", "kind-density").contains(s.name())).toList();
    assertEquals(2, few.size());
    Gallery.Plan plan = new Gallery.Plan(List.of(new int[] {1280, 800}), 1, 20, few);
    List<Path> files = Gallery.render(folder, plan);
    Set<String> names =
        files.stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    assertEquals(files.size(), names.size());
    for (String name :
        List.of(
            "first-1280x800-light.png",
            "beside-1280x800-dark.png",
            "kind-density-calibration-1280x800-light.png",
            "figure-training-kl-1280x800-dark.png",
            "figure-race-1280x800-light.png",
            "import-dark.png",
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
