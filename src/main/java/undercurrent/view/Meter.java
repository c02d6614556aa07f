package undercurrent.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import undercurrent.kind.ModelGraph;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/**
 * A bar of the newest value of a term of the training, beside its number. It is full where the term
 * was largest during this training, and empty where it was smallest; the KL is empty at 0.
 */
final class Meter extends HBox {
  private static final double LEAST = 40;
  private static final double MOST = 140;
  private final ModelGraph.Meter what;
  private final Region fill = new Region();
  private final StackPane bar = new StackPane(fill);
  private final Label number = new Label();
  private double share;

  Meter(ModelGraph.Meter what) {
    super(5);
    this.what = what;
    setAlignment(Pos.CENTER);
    bar.getStyleClass().add("meter");
    fill.getStyleClass().add("meter-fill");
    fill.setMaxWidth(Region.USE_PREF_SIZE);
    StackPane.setAlignment(fill, Pos.CENTER_LEFT);
    bar.setMinWidth(LEAST);
    bar.setMaxWidth(MOST);
    bar.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.getStyleClass().add("box-number");
    getChildren().addAll(bar, number);
    bar.widthProperty().addListener((o, before, now) -> fill());
    show(Curve.empty(Criterion.ELBO), 0);
  }

  private void fill() {
    fill.setPrefWidth(share * bar.getWidth());
  }

  /** How much of the bar is filled, 0 … 1. */
  double share() {
    return share;
  }

  /** The number beside it. */
  String number() {
    return number.getText();
  }

  /**
   * Shows a point of a curve.
   *
   * @param upTo the last epoch that counts
   */
  void show(Curve curve, int upTo) {
    double least = what == ModelGraph.Meter.KL ? 0 : Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double last = Double.NaN;
    for (CurvePoint point : curve) {
      double one = value(point);
      if (!Double.isFinite(one)) continue;
      if (point.epoch() <= upTo) last = one;
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    share = most > least && Double.isFinite(last) ? (last - least) / (most - least) : 0;
    double shown = what == ModelGraph.Meter.CRITERION ? curve.criterion().shown(last) : last;
    number.setText(StatusWords.term(shown));
    setAccessibleText(number.getText());
    fill();
  }

  private double value(CurvePoint point) {
    return switch (what) {
      case NONE -> Double.NaN;
      case KL -> point.kl();
      case RECONSTRUCTION -> point.reconstruction();
      case CRITERION -> point.elbo();
    };
  }
}
