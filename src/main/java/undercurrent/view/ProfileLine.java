package undercurrent.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.ChosenModel;
import undercurrent.series.Part;
import undercurrent.session.Background;

/**
 * The log-likelihood along one slider, all other parameters as they are; worked out beside the
 * screen, and only the newest one is shown.
 */
final class ProfileLine extends Pane {
  private static final double HEIGHT = 44;
  private static final double RADIUS = 3.5;
  private static final int POINTS = 33;

  /** Nats a time step below the best are drawn; what lies lower lies on the floor. */
  private static final double DEEPEST = 1;

  private final Lab lab;
  private final Polyline line = new Polyline();
  private final Circle here = new Circle(RADIUS);
  private final AtomicInteger newest = new AtomicInteger();
  private double[] values = new double[0];
  private double share;

  ProfileLine(Lab lab) {
    this.lab = lab;
    getStyleClass().add("hand-profile");
    setAccessibleText(Words.of("hand.profile"));
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    line.getStyleClass().add("hand-profile-line");
    here.getStyleClass().add("hand-profile-here");
    line.setManaged(false);
    here.setManaged(false);
    getChildren().addAll(line, here);
  }

  /** Works out the profile of a parameter through the values as they are. */
  void show(AdjustableParameter parameter) {
    int number = newest.incrementAndGet();
    Map<String, Double> set = lab.byHand().values();
    Optional<Experiment> experiment = lab.experiment();
    if (experiment.isEmpty()) return;
    values = new double[0];
    share = parameter.share(set.getOrDefault(parameter.name(), parameter.value()));
    redraw();
    ByHand byHand = lab.byHand();
    List<Optional<ChosenModel<?>>> models = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      Map<String, Double> one = new LinkedHashMap<>(set);
      one.put(parameter.name(), parameter.at((double) i / (POINTS - 1)));
      models.add(byHand.model(one));
    }
    var unused =
        Background.callAside(
                () -> {
                  double[] found = new double[POINTS];
                  for (int i = 0; i < POINTS && newest.get() == number; i++) {
                    found[i] = criterion(experiment.get(), models.get(i));
                  }
                  return found;
                })
            .whenComplete(
                (found, e) ->
                    Platform.runLater(
                        () -> {
                          if (found != null && newest.get() == number) took(found);
                        }));
  }

  private static double criterion(Experiment experiment, Optional<ChosenModel<?>> model) {
    try {
      return Run.model(experiment, Optional.empty(), model).criterion(Part.TRAINING);
    } catch (IllegalArgumentException impossible) {
      return Double.NaN;
    }
  }

  private void took(double[] found) {
    values = found;
    redraw();
  }

  /** How many of its points are known. */
  int size() {
    return values.length;
  }

  private void redraw() {
    line.getPoints().clear();
    double best = Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
    double width = Math.max(1, getWidth() - 2 * RADIUS);
    double room = HEIGHT - 4 * RADIUS;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) continue;
      double depth = Math.min(1, (best - values[i]) / DEEPEST);
      line.getPoints().addAll(RADIUS + width * i / (POINTS - 1), 2 * RADIUS + room * depth);
    }
    here.setVisible(values.length > 0);
    if (values.length == 0) return;
    double at = values[(int) Math.round(share * (POINTS - 1))];
    double depth = Double.isFinite(at) ? Math.min(1, (best - at) / DEEPEST) : 1;
    here.setCenterX(RADIUS + width * share);
    here.setCenterY(2 * RADIUS + room * depth);
  }

  @Override
  protected void layoutChildren() {
    redraw();
  }
}
