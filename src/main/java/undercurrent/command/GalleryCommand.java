package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import undercurrent.output.FolderClaim;
import undercurrent.report.JsonText;

/** {@code undercurrent gallery}: renders every screen and figure, off screen. */
@Command(name = "gallery")
final class GalleryCommand implements Callable<Integer> {
  private final Console console;
  private final PictureGallery gallery;

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of(".");

  @Option(names = "--json")
  private boolean json;

  GalleryCommand(Console console, PictureGallery gallery) {
    this.console = console;
    this.gallery = gallery;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = FolderClaim.during(out, () -> gallery.render(out));
    if (json) {
      ArrayNode list = JsonText.JSON.createArrayNode();
      files.forEach(f -> list.add(f.toString()));
      console.json(list);
    } else {
      console.line(Words.of("gallery.written", files.size(), out));
    }
    return 0;
  }
}
