package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

/** Kinds side by side, and what of all comparisons a document keeps. */
final class KindsDialogTest extends CompareFixture {

  /** A pinned run, a sweep and runs of kinds are in the file, and shown when it is opened. */
  @Test
  void aPinnedRunASweepAndAComparisonSurviveSaveAndOpen() {
    begin(4);
    pin();
    SweepDialog sweep =
        OffScreen.call(
            () -> SweepDialog.show(lab, window.scene().getWindow(), file -> {}).orElseThrow());
    OffScreen.run(
        () -> {
          @SuppressWarnings("unchecked") // Settings are told by their keys.
          ComboBox<String> setting = within(sweep.content(), ComboBox.class, "sweep-setting-1");
          setting.setValue("kind");
          within(sweep.content(), TextField.class, "sweep-values-1").setText("level, trend");
          within(sweep.content(), TextField.class, "sweep-values-2").setText("");
          within(sweep.content(), TextField.class, "sweep-seeds").setText("2");
          within(sweep.content(), Button.class, "sweep-start").fire();
        });
    OffScreen.until(sweep::isIdle);
    OffScreen.run(sweep::close);
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), CheckBox.class, "kinds-level").setSelected(true);
          within(kinds.content(), TextField.class, "kinds-seeds").setText("2");
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    List<String> shown = OffScreen.call(() -> texts(kinds.content(), "kinds-table"));
    OffScreen.run(kinds::close);
    assertEquals(3, OffScreen.call(() -> lab.compared().now().kinds().size()));
    assertTrue(shown.stream().anyMatch(cell -> cell.contains(" ± ")), shown.toString());

    Path file = folder.resolve("compared.undercurrent");
    OffScreen.run(() -> window.controller().files().save(new SaveWish(file, false), () -> {}));
    OffScreen.until(() -> !lab.unsaved().now().orElseThrow().any());
    assertEquals(1, ExperimentFile.open(file).compared().pinned().size());

    MainWindow second = TestWindows.open();
    try {
      OffScreen.run(() -> second.controller().files().open(file));
      OffScreen.until(() -> !second.lab().compared().now().isEmpty());
      assertFalse(OffScreen.call(() -> second.lab().unsaved().now().orElseThrow().any()));
      assertTrue(OffScreen.call(() -> second.scene().lookup("#pinned").isVisible()));
      // The series of the document are those of the sample, so that there is a command.
      CommandCopy reread =
          new CommandCopy(
              second.lab(), new FileTasks(second.lab(), () -> second.scene().getWindow()));
      assertTrue(OffScreen.call(reread::current).join().words().contains("nile"));
      SweepDialog again =
          OffScreen.call(
              () ->
                  SweepDialog.show(second.lab(), second.scene().getWindow(), f -> {})
                      .orElseThrow());
      String said =
          OffScreen.call(() -> within(again.content(), Label.class, "sweep-said").getText());
      assertTrue(said.startsWith("4 runs of 2 combinations, 2 seeds each"), said);
      assertEquals(
          "level, trend",
          OffScreen.call(
              () -> within(again.content(), TextField.class, "sweep-values-1").getText()));
      KindsDialog reopened =
          OffScreen.call(
              () -> KindsDialog.show(second.lab(), second.scene().getWindow()).orElseThrow());
      assertEquals(shown, OffScreen.call(() -> texts(reopened.content(), "kinds-table")));
    } finally {
      TestWindows.close(second);
    }
  }

  /** Other data may have fewer channels than those that the dialog shows. */
  @Test
  void kindsStayAsTheyAreWhenOtherDataAreOpened() {
    SeriesSet two = new SineFamily(3, 40, 0.1).generate(1);
    OffScreen.run(() -> lab.open(Recipe.of(two).with("epochs", 1).experiment(two)));
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), TextField.class, "kinds-seeds").setText("1");
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    List<String> shown = OffScreen.call(() -> texts(kinds.content(), "kinds-table"));
    List<Throwable> thrown = new ArrayList<>();
    SeriesSet other = Samples.find("nile").orElseThrow().open();
    OffScreen.run(
        () -> {
          lab.selection().channelProperty().set(1);
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
          lab.open(Recipe.of(other).experiment(other));
          Thread.currentThread().setUncaughtExceptionHandler(null);
        });
    assertEquals(List.of(), thrown);
    assertEquals(shown.size(), OffScreen.call(() -> texts(kinds.content(), "kinds-table")).size());
    OffScreen.run(kinds::close);
  }

  /** Forecasts of all kinds have the cursor of the window. */
  @Test
  void theCursorIsOneForAllKinds() {
    begin(4);
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    OffScreen.run(
        () -> {
          within(kinds.content(), TextField.class, "kinds-seeds").setText("1");
          within(kinds.content(), CheckBox.class, "kinds-deep").setSelected(false);
          within(kinds.content(), CheckBox.class, "kinds-level").setSelected(true);
          within(kinds.content(), Button.class, "kinds-start").fire();
        });
    OffScreen.until(kinds::isIdle);
    OffScreen.run(() -> lab.cursor().rest(OptionalDouble.of(1900)));
    OffScreen.frames(kinds.content().getScene(), 2);
    List<Node> panes =
        OffScreen.call(
            () ->
                List.copyOf(kinds.content().lookup("#kinds-figures").lookupAll(".resting-cursor")));
    assertEquals(2, panes.size());
    assertTrue(OffScreen.call(() -> panes.stream().allMatch(Node::isVisible)));
    OffScreen.run(kinds::close);
  }

  /** Before anything is trained the dialog says what will be. */
  @Test
  void kindsAreDescribedBeforeTheyAreTrained() {
    begin(4);
    KindsDialog kinds =
        OffScreen.call(() -> KindsDialog.show(lab, window.scene().getWindow()).orElseThrow());
    List<String> said = OffScreen.call(() -> texts(kinds.content(), "kinds-preview"));
    assertTrue(said.stream().anyMatch(s -> s.contains("Hidden units = 4")), said.toString());
    String level = Catalogue.standard().kind("level").card().sentence();
    assertFalse(said.contains(level));
    OffScreen.run(() -> within(kinds.content(), CheckBox.class, "kinds-level").setSelected(true));
    assertTrue(OffScreen.call(() -> texts(kinds.content(), "kinds-preview")).contains(level));
    OffScreen.run(kinds::close);
  }
}
