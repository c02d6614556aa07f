package undercurrent.report;

import java.util.List;
import undercurrent.text.Visible;

/** Parts of a page of HTML; all words are escaped. */
public final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Words of people, as HTML shows them. */
  public static String text(String words) {
    return Visible.of(words)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** What is HTML already. */
  Html raw(String html) {
    out.append(html).append('\n');
    return this;
  }

  /** Words in an element. */
  Html element(String name, String words) {
    out.append('<').append(name).append('>').append(text(words));
    out.append("</").append(name).append(">\n");
    return this;
  }

  Html list(List<String> sentences) {
    if (sentences.isEmpty()) return this;
    raw("<ul>");
    sentences.forEach(sentence -> element("li", sentence));
    return raw("</ul>");
  }

  /**
   * A table whose first column names its rows.
   *
   * @param head empty for none
   */
  Html table(List<String> head, List<List<String>> rows) {
    raw("<table>");
    if (!head.isEmpty()) {
      out.append("<thead><tr>");
      head.forEach(cell -> out.append("<th scope=\"col\">").append(text(cell)).append("</th>"));
      raw("</tr></thead>");
    }
    raw("<tbody>");
    for (List<String> row : rows) {
      out.append("<tr><th scope=\"row\">").append(text(row.getFirst())).append("</th>");
      for (String cell : row.subList(1, row.size())) {
        out.append("<td>").append(text(cell)).append("</td>");
      }
      raw("</tr>");
    }
    return raw("</tbody></table>");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
