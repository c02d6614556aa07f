package undercurrent.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.figure.Figure;
import undercurrent.figure.SvgWriter;
import undercurrent.report.Html;
import undercurrent.series.NumberWords;
import undercurrent.text.Language;

/** A sweep on one page of HTML that needs no other file: its map and its combinations. */
final class SweepPage {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final String STYLE =
      "body{font-family:sans-serif;margin:2em;max-width:60em;color:#222}"
          + "table{border-collapse:collapse}th,td{padding:.3em .8em;text-align:right}"
          + "th{border-bottom:2px solid #888}tr:nth-child(even){background:#f3f3f3}"
          + "td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto}";

  private final SweepTable table;
  private final Optional<Figure> map;
  private final String name;

  SweepPage(SweepTable table, Optional<Figure> map, String name) {
    this.table = table;
    this.map = map;
    this.name = name;
  }

  String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
    page.append(Language.chosen().code()).append("\"><head>");
    page.append("<meta charset=\"utf-8\"><title>").append(text(Words.of("sweepPage.title", name)));
    page.append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
    page.append(text(Words.of("sweepPage.title", name))).append("</h1>\n<p>");
    page.append(text(SweepWords.of(table))).append("</p>\n");
    map.ifPresent(figure -> page.append(svg(figure)).append('\n'));
    page.append("<table><thead><tr>");
    table.grid().axes().forEach(axis -> head(page, axis.label()));
    for (String column : List.of("trained", "mean", "spread")) {
      head(page, Words.of("sweepPage." + column));
    }
    page.append("</tr></thead><tbody>\n");
    for (SweepTable.Row row : table.rows()) {
      page.append("<tr>");
      for (Map.Entry<String, String> setting : row.settings().entrySet()) {
        cell(page, setting.getValue());
      }
      cell(page, Words.of("sweepPage.of", row.trained(), row.of()));
      cell(page, number(row.mean()));
      cell(page, number(row.spread()));
      page.append("</tr>\n");
    }
    return page.append("</tbody></table>\n</body></html>\n").toString();
  }

  private static String svg(Figure figure) {
    String svg = SvgWriter.svg(figure, WIDTH, HEIGHT, false);
    return svg.substring(svg.indexOf("<svg"));
  }

  private static void head(StringBuilder page, String words) {
    page.append("<th>").append(text(words)).append("</th>");
  }

  private static void cell(StringBuilder page, String words) {
    page.append("<td>").append(text(words)).append("</td>");
  }

  private static String number(double value) {
    return Double.isFinite(value) ? NumberWords.format("%.4f", value) : "";
  }

  private static String text(String words) {
    return Html.text(words);
  }
}
