package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.figure.ReportTable;
import undercurrent.inference.PhysicalReading;
import undercurrent.inference.SystemParameters;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** How well latent states stand for physical quantities, and what is learned of the physics. */
final class PhysicalTable {
  private PhysicalTable() {}

  static ReportTable of(
      SeriesSet set, PhysicalReading reading, Optional<SystemParameters> parameters) {
    List<ReportTable.Row> rows = new ArrayList<>();
    rows.add(heading("fit.quantity", "fit.share", "fit.rmse", "fit.slope"));
    for (PhysicalReading.Quantity quantity : reading.beside(set)) {
      boolean isKnown = quantity.truth().isPresent();
      rows.add(
          row(
              quantity.name(),
              isKnown ? NumberWords.format("%.4f", quantity.fit().share()) : NumberWords.DASH,
              isKnown ? number(quantity.fit().error()) : NumberWords.DASH,
              isKnown ? number(quantity.fit().slope()) : NumberWords.DASH));
    }
    if (parameters.isPresent()) {
      rows.add(heading("fit.parameter", "fit.value"));
      parameters.get().values().forEach((name, value) -> rows.add(row(name, number(value))));
    }
    return new ReportTable(KindWords.of("figure.physical-fit"), rows);
  }

  private static ReportTable.Row heading(String... keys) {
    List<String> cells = new ArrayList<>();
    for (String key : keys) cells.add(KindWords.of(key));
    return new ReportTable.Row(true, cells);
  }

  private static ReportTable.Row row(String... cells) {
    return new ReportTable.Row(false, List.of(cells));
  }

  private static String number(double value) {
    return NumberWords.format("%.4g", value).replace('-', '−');
  }
}
