package undercurrent.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Residuals;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.ResidualTest;

/** What a linear model learned and how its residuals of one channel behave, as a table. */
final class FitTable {
  private static final int COLUMNS = 4;
  private final GridPane grid = new GridPane(14, 3);
  private int row;

  private FitTable() {
    grid.getStyleClass().add("fit-table");
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      if (c == 0) column.setHgrow(Priority.ALWAYS);
      else column.setHalignment(c < COLUMNS - 1 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
  }

  /**
   * The table of one channel.
   *
   * @param channel index in the set's channels
   */
  static Node of(Diagnosis diagnosis, int channel) {
    FitTable table = new FitTable();
    table.fit(diagnosis.fit());
    table.residuals(diagnosis.residuals(channel));
    ScrollPane scroll = new ScrollPane(table.grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private void fit(ExactFit fit) {
    heading(Words.of("fit.parameter"), Words.of("fit.estimate"), Words.of("fit.error"));
    for (FittedQuantity q : fit.quantities()) {
      String unit = q.unit().isEmpty() ? "" : ", " + q.unit();
      line(q.name() + unit, number(q.value()), number(q.standardError()), "");
    }
    LogLikelihood value = fit.logLikelihood();
    heading(Words.of("fit.likelihood"), "", "");
    line(
        value.convention().words(),
        decimals(value.value()),
        Words.of("fit.values", Integer.toString(value.count())),
        "");
    if (fit.isTransformed()) {
      line(Words.of("fit.transformed"), decimals(fit.transformed().value()), "", "");
    }
    line(Words.of("fit.aic"), decimals(fit.aic()), "", "");
    line(Words.of("fit.bic"), decimals(fit.bic()), "", "");
  }

  private void residuals(Residuals residuals) {
    List<ResidualTest> tests = residuals.tests();
    if (tests.isEmpty()) return;
    heading(Words.of("fit.residuals"), Words.of("fit.statistic"), Words.of("fit.p"));
    for (ResidualTest test : tests) {
      String p =
          test.pValue() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", test.pValue());
      line(test.name(), number(test.statistic()), p, test.meaning());
    }
    if (residuals.lambda() != 1) {
      Label offer = cell(0, Words.of("fit.offer", number(residuals.lambda())));
      offer.setWrapText(true);
      GridPane.setColumnSpan(offer, COLUMNS);
    }
  }

  private void heading(String first, String second, String third) {
    String[] cells = {first, second, third};
    for (int c = 0; c < cells.length; c++) cell(c, cells[c]).getStyleClass().add("section");
    row++;
  }

  private void line(String... cells) {
    for (int c = 0; c < cells.length; c++) cell(c, cells[c]);
    row++;
  }

  private Label cell(int column, String words) {
    Label label = new Label(words);
    label.setMinWidth(column == 0 ? 0 : GridPane.USE_PREF_SIZE);
    grid.add(label, column, row);
    return label;
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
  }

  private static String number(double value) {
    if (Double.isNaN(value)) return "–";
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-3 && size < 1e6);
    String digits =
        plain
            ? new java.math.BigDecimal(value).round(new java.math.MathContext(4)).toPlainString()
            : String.format(Locale.ROOT, "%.2e", value);
    return digits.replace('-', '−');
  }
}
