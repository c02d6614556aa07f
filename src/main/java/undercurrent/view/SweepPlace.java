package undercurrent.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import undercurrent.output.FolderClaim;
import undercurrent.sweep.Plan;
import undercurrent.sweep.Share;
import undercurrent.sweep.Sweep;
import undercurrent.sweep.SweepFiles;
import undercurrent.sweep.SweepFolder;
import undercurrent.sweep.SweepTable;
import undercurrent.training.Workers;

/** Where the runs of a sweep are kept: a folder that was chosen, or one for this session. */
final class SweepPlace {
  private static final double WIDEST = 260;

  private final Label shown = new Label(Words.of("sweep.unkept"));
  private final HBox node;
  private volatile Optional<Path> chosen = Optional.empty();

  SweepPlace(Window owner) {
    Button choose = new Button(Words.of("sweep.keep"));
    choose.setId("sweep-keep");
    choose.setOnAction(
        e -> {
          DirectoryChooser chooser = new DirectoryChooser();
          chooser.setTitle(Words.of("sweep.keep"));
          File folder = chooser.showDialog(owner);
          if (folder != null) keep(folder.toPath());
        });
    shown.setMaxWidth(WIDEST);
    shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    node = new HBox(8, choose, shown);
    node.setAlignment(Pos.CENTER_LEFT);
  }

  /** Keeps the runs in a folder. */
  void keep(Path folder) {
    chosen = Optional.of(folder);
    shown.setText(folder.toString());
  }

  Node node() {
    return node;
  }

  /**
   * What is in the folder of a sweep.
   *
   * @param best the document of the best run
   */
  record Made(SweepTable table, Optional<Path> best) {}

  /**
   * Makes what is left of a sweep, and writes its tables.
   *
   * @throws undercurrent.sweep.SweepException when the folder holds another sweep
   */
  Made run(Plan plan, Workers workers, Sweep.Listener listener, BooleanSupplier stopped)
      throws IOException {
    Path path = chosen.isPresent() ? chosen.get() : Files.createTempDirectory("undercurrent-sweep");
    return FolderClaim.during(
        path,
        () -> {
          SweepFolder folder = SweepFolder.of(path, plan);
          Sweep.run(folder, Share.WHOLE, workers, listener, stopped);
          SweepTable table = SweepFiles.table(folder);
          SweepFiles.write(table, folder);
          return new Made(table, table.best().map(o -> folder.experiment(o.point())));
        });
  }
}
