package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.kind.FigureCard;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Checkpoint;
import undercurrent.training.Moment;

final class ReplayExportsTest {
  private static final int EPOCHS = 7;
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void train() {
    SeriesSet set = new SineFamily(4, 20, 0.1).generate(1);
    Recipe recipe = Recipe.of(set).with("hiddenUnits", 4).with("epochs", EPOCHS);
    TestWindows.train(window, recipe.experiment(set));
    OffScreen.until(
        () ->
            window.controller().figures().cards().size() == 4
                && window.lab().replay().history().size() == EPOCHS + 1);
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private List<FigureCard> cards() {
    return OffScreen.call(() -> window.controller().figures().cards());
  }

  private ReplayExports exports() {
    return window.controller().replayExports();
  }

  private void write(List<FigureCard> cards, Path target) {
    OffScreen.run(() -> exports().start(cards, target));
    OffScreen.until(() -> !exports().isRunning());
  }

  private Set<String> left() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return new TreeSet<>(found.map(p -> p.getFileName().toString()).toList());
    }
  }

  private ReplayFilm film() {
    return OffScreen.call(
        () -> {
          Lab lab = window.lab();
          return new ReplayFilm(
              lab.experiment().orElseThrow(),
              lab.experiment().orElseThrow().revision(),
              lab.snapshotProperty().get().curve(),
              lab.replay().history(),
              lab.snapshotProperty().get().beliefs().orElseThrow().watch(),
              lab.selection().channelProperty().get(),
              window.controller().figures().cards(),
              false);
        });
  }

  @Test
  void aGifHasOneFrameForEachKeptEpochAndRepeats() throws IOException {
    Path file = folder.resolve("replay.gif");
    write(cards(), file);
    assertEquals(Set.of("replay.gif"), left());
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertEquals(EPOCHS + 1, reader.getNumImages(true));
      BufferedImage first = reader.read(0);
      BufferedImage last = reader.read(EPOCHS);
      assertEquals(1280, first.getWidth());
      assertEquals(800, first.getHeight());
      assertTrue(different(first, last) > 1000, "the figures change");
      assertEquals("10", attribute(reader, 0, "GraphicControlExtension", "delayTime"));
      assertEquals("200", attribute(reader, EPOCHS, "GraphicControlExtension", "delayTime"));
      assertEquals("NETSCAPE", attribute(reader, 0, "ApplicationExtension", "applicationID"));
    } finally {
      reader.dispose();
    }
  }

  private static String attribute(ImageReader reader, int frame, String node, String name)
      throws IOException {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
    NodeList found = root.getElementsByTagName(node);
    return ((IIOMetadataNode) found.item(0)).getAttribute(name);
  }

  private static int different(BufferedImage a, BufferedImage b) {
    int count = 0;
    for (int x = 0; x < a.getWidth(); x++) {
      for (int y = 0; y < a.getHeight(); y++) if (a.getRGB(x, y) != b.getRGB(x, y)) count++;
    }
    return count;
  }

  @Test
  void numberedPicturesAreTheFramesOfOneFigure() throws IOException {
    Path target = folder.resolve("film");
    List<FigureCard> latent = cards().stream().filter(c -> c.id().equals("latent")).toList();
    write(latent, target);
    assertEquals(Set.of("film"), left());
    try (Stream<Path> found = Files.list(target)) {
      assertEquals(EPOCHS + 1, found.count());
    }
    List<List<Figure>> frames = film().frames(() -> false, n -> {});
    Figure figure =
        frames.get(2).stream().filter(f -> f.id().equals("latent")).findFirst().orElseThrow();
    BufferedImage expected = film().picture(List.of(figure));
    BufferedImage written = ImageIO.read(target.resolve("003.png").toFile());
    assertEquals(0, different(expected, written));
    assertTrue(figure.title().endsWith("epoch 2"), figure.title());
  }

  @Test
  void allFramesOfAFigureHaveTheSameAxes() {
    List<List<Figure>> frames = film().frames(() -> false, n -> {});
    for (int f = 0; f < 4; f++) {
      int place = f;
      assertEquals(
          1, frames.stream().map(frame -> frame.get(place).x()).distinct().count(), "x of " + f);
      assertEquals(
          1, frames.stream().map(frame -> frame.get(place).y()).distinct().count(), "y of " + f);
    }
  }

  @Test
  void whatIsCancelledLeavesNothing() throws IOException {
    ReplayFilm film = film();
    AtomicBoolean cancelled = new AtomicBoolean();
    Assertions.assertThrows(
        CancellationException.class,
        () -> film.writeGif(folder.resolve("a.gif"), cancelled::get, n -> cancelled.set(n == 3)));
    cancelled.set(false);
    // Cancelled after the estimates, while pictures are written.
    Assertions.assertThrows(
        CancellationException.class,
        () ->
            film.writePictures(
                folder.resolve("b"), cancelled::get, n -> cancelled.set(n == EPOCHS + 1)));
    assertEquals(Set.of(), left());
    Path file = folder.resolve("c.gif");
    OffScreen.run(
        () -> {
          exports().start(window.controller().figures().cards(), file);
          exports().cancel();
        });
    OffScreen.until(() -> !exports().isRunning());
    assertEquals(Set.of(), left());
    assertFalse(OffScreen.call(() -> exports().line().isVisible()));
  }

  @Test
  void aFolderThatIsThereIsNotTouched() throws IOException {
    Path target = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(target.resolve("a.txt"), "a");
    write(cards(), target);
    assertEquals(
        Optional.of(Words.of("film.exists", target)),
        OffScreen.call(() -> window.lab().troubleProperty().get()));
    assertEquals("a", Files.readString(target.resolve("a.txt")));
    assertEquals(Set.of("mine"), left());
  }

  @Test
  void theExportMenuOffersTheReplay() {
    List<String> items =
        OffScreen.call(
            () -> {
              MenuButton menu = new MenuButton();
              exports().fill(menu);
              Menu replay = (Menu) menu.getItems().getFirst();
              assertFalse(replay.isDisable());
              return replay.getItems().stream().map(i -> i.getText()).toList();
            });
    assertEquals(List.of("All figures", "Observations", "Phase", "ELBO", "Latent state"), items);
  }

  @Test
  void aLongHistoryIsBounded() {
    Checkpoint none = window.lab().replay().history().getFirst().model();
    List<Moment> many =
        Stream.iterate(0, i -> i < 500, i -> i + 1).map(i -> new Moment(i, i, none)).toList();
    List<Moment> some = ReplayExports.bounded(many);
    assertEquals(64, some.size());
    assertArrayEquals(
        new int[] {0, 499}, new int[] {some.getFirst().epoch(), some.getLast().epoch()});
  }
}
