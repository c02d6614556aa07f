package undercurrent.series;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes a {@link Table} of the tracks of a GPX file: one series a segment, one row a point. Cells
 * are what the file says; whether they are times and numbers is decided as in other tables.
 */
final class GpxReader {
  private static final Pattern ELEMENT = Pattern.compile("<(?:\\w+:)?(\\w+)[\\s/>]");
  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
  private static final int MOST_COLUMNS = 40;

  /** Elements of a point and the columns they become. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "time", "time",
          "ele", "elevation (m)",
          "speed", "speed (m/s)",
          "course", "course (\u00B0)");

  private final String file;
  private final List<String> notes = new ArrayList<>();
  private final List<Map<String, String>> points = new ArrayList<>();
  private final List<String> segments = new ArrayList<>();
  private final Set<String> trackNames = new LinkedHashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private int tracks;
  private int routes;
  private int places;

  private GpxReader(String file) {
    this.file = file;
  }

  /** True when the first element of a text is that of GPX. */
  static boolean isGpx(String start) {
    if (!start.startsWith("<")) return false;
    Matcher first = ELEMENT.matcher(start);
    return first.find() && first.group(1).equals("gpx");
  }

  static Table read(String file, String text) {
    if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
      throw SeriesException.in(file, SeriesWords.of("gpxReader.declares"));
    }
    GpxReader reader = new GpxReader(file);
    reader.take(DECLARATION.matcher(text).replaceFirst(""));
    return reader.table();
  }

  private void take(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) continue;
        switch (xml.getLocalName()) {
          case "trk" -> track(xml);
          case "rte" -> routes++;
          case "wpt" -> places++;
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw new SeriesException(
          SeriesWords.of(
              "gpxReader.damaged",
              file,
              e.getLocation().getLineNumber(),
              e.getLocation().getColumnNumber()),
          e);
    }
  }

  private void track(XMLStreamReader xml) throws XMLStreamException {
    int number = ++tracks;
    String name = "";
    List<Integer> lengths = new ArrayList<>();
    for (int event = xml.next(); !isEnd(event, xml, "trk"); event = xml.next()) {
      if (event != XMLStreamReader.START_ELEMENT) continue;
      switch (xml.getLocalName()) {
        case "name" -> name = xml.getElementText().strip();
        case "trkseg" -> lengths.add(segment(xml));
        default -> skip(xml);
      }
    }
    if (name.isEmpty() || !trackNames.add(name)) name = (name + " track " + number).strip();
    for (int s = 0; s < lengths.size(); s++) {
      String called = lengths.size() == 1 ? name : name + ", segment " + (s + 1);
      for (int i = 0; i < lengths.get(s); i++) segments.add(called);
    }
  }

  /** How many points a segment has. */
  private int segment(XMLStreamReader xml) throws XMLStreamException {
    int first = points.size();
    for (int event = xml.next(); !isEnd(event, xml, "trkseg"); event = xml.next()) {
      if (event != XMLStreamReader.START_ELEMENT) continue;
      if (xml.getLocalName().equals("trkpt")) points.add(point(xml));
      else skip(xml);
    }
    return points.size() - first;
  }

  private Map<String, String> point(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> point = new LinkedHashMap<>();
    String latitude = xml.getAttributeValue(null, "lat");
    String longitude = xml.getAttributeValue(null, "lon");
    String north = latitude == null ? "" : latitude.strip();
    point.put("latitude", north);
    point.put("longitude", longitude == null ? "" : longitude.strip());
    // Elsewhere a latitude beyond 90 may be a longitude that stands in the wrong column.
    if (Math.abs(Cells.number(north, DecimalSign.DOT)) > 90) {
      throw SeriesException.at(
          file,
          SeriesWords.of("place.point", points.size() + 1),
          "latitude",
          SeriesWords.of("gpxReader.latitude", Excerpt.of(north)));
    }
    for (int event = xml.next(); !isEnd(event, xml, "trkpt"); event = xml.next()) {
      if (event != XMLStreamReader.START_ELEMENT) continue;
      String name = xml.getLocalName();
      String column = COLUMNS.get(name);
      if (column != null) {
        point.put(column, xml.getElementText().strip());
      } else if (name.equals("extensions")) {
        extensions(xml, point);
      } else {
        leftOut.add(name);
        skip(xml);
      }
    }
    return point;
  }

  /** What devices add, such as heart rate: elements that hold a number. */
  private void extensions(XMLStreamReader xml, Map<String, String> point)
      throws XMLStreamException {
    int depth = 1;
    String name = "";
    StringBuilder text = new StringBuilder();
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        name = xml.getLocalName();
        text.setLength(0);
      } else if (event == XMLStreamReader.CHARACTERS) {
        text.append(xml.getText());
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
        String cell = text.toString().strip();
        boolean isLeaf = xml.getLocalName().equals(name);
        if (isLeaf && !Double.isNaN(Cells.number(cell, DecimalSign.DOT))) {
          point.putIfAbsent(COLUMNS.getOrDefault(name, name), cell);
        } else if (isLeaf && !cell.isEmpty()) {
          leftOut.add(name);
        }
        name = "";
        text.setLength(0);
      }
    }
  }

  private static boolean isEnd(int event, XMLStreamReader xml, String name) {
    return event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(name);
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) depth++;
      else if (event == XMLStreamReader.END_ELEMENT) depth--;
    }
  }

  private Table table() {
    if (points.isEmpty()) {
      throw SeriesException.in(file, SeriesWords.of("gpxReader.noTrack", routes, places));
    }
    boolean several = Set.copyOf(segments).size() > 1;
    Set<String> names = new LinkedHashSet<>();
    if (several) names.add("track");
    if (points.stream().anyMatch(p -> p.containsKey("time"))) names.add("time");
    for (Map<String, String> point : points) names.addAll(point.keySet());
    if (names.size() > MOST_COLUMNS
        || (long) names.size() * points.size() > TableSource.MOST_CELLS) {
      throw SeriesException.in(file, SeriesWords.of("gpxReader.tooLarge"));
    }
    List<String[]> rows = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      Map<String, String> point = points.get(i);
      if (several) point.put("track", segments.get(i));
      rows.add(names.stream().map(n -> point.getOrDefault(n, "")).toArray(String[]::new));
    }
    if (routes + places > 0) {
      notes.add(SeriesWords.of("gpxReader.routes", routes, places));
    }
    if (!leftOut.isEmpty()) {
      String list = Excerpt.list(List.copyOf(leftOut));
      notes.add(SeriesWords.counted("gpxReader.leftOut", leftOut.size(), list));
    }
    if (!names.contains("time")) notes.add(SeriesWords.of("gpxReader.noTimes"));
    Map<String, ColumnUse> uses = new LinkedHashMap<>();
    if (several) uses.put("track", ColumnUse.SERIES);
    if (names.contains("time")) uses.put("time", ColumnUse.TIME);
    return Table.of(file, FileForm.GPX, true, List.copyOf(names), rows, uses, notes);
  }
}
