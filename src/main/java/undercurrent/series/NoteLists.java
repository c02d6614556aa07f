package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Makes a {@link Table} of music in JSON: pieces that are lists of time steps, which are lists of
 * the MIDI numbers of the notes that sound. Several pieces stand in a list, or in lists named
 * train, valid and test.
 */
final class NoteLists {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final String PART = "\"(?:train|training|valid|validation|test)\"\\s*:\\s*";
  private static final Pattern PARTS = Pattern.compile(PART + "\\[\\s*\\[\\s*\\[");
  private static final Pattern PIECES = Pattern.compile("\\[\\s*\\[\\s*\\[");
  private static final Pattern STEPS = Pattern.compile("\\[\\s*\\[\\s*(?:\\d{1,3}\\s*[,\\]]|\\])");

  private final String file;
  private final JsonParser parser;
  private final RollTable roll;
  private final Set<String> leftOut = new LinkedHashSet<>();
  private int pieces;
  private int sounding;
  private int outside;
  private int silences;
  private int doubles;
  private boolean uneven;
  private int width = -1;

  private NoteLists(String file, String text) {
    this.file = file;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    this.roll = new RollTable(file, FileForm.JSON);
  }

  /** True when a JSON text may be music. */
  static boolean mayBe(String start) {
    return start.startsWith("{")
        ? PARTS.matcher(start).find()
        : PIECES.matcher(start).lookingAt() || STEPS.matcher(start).lookingAt();
  }

  /**
   * The roll of a text; empty when it is JSON of another form. A list of lists of numbers is music
   * when all are numbers of keys and the lists differ in length; otherwise it is a table.
   *
   * @param start of the text, after blanks
   */
  static Optional<Table> read(String file, String text, String start) {
    NoteLists lists = new NoteLists(file, text);
    boolean isSure = !start.startsWith("{") && PIECES.matcher(start).lookingAt();
    boolean isOne = !start.startsWith("{") && !isSure;
    try (JsonParser open = lists.parser) {
      JsonToken first = open.nextToken();
      if (first == JsonToken.START_OBJECT) lists.parts();
      else if (isOne) {
        if (!lists.one()) return Optional.empty();
      } else {
        lists.pieces("");
      }
      if (open.nextToken() != null) {
        throw SeriesException.in(file, SeriesWords.of("jsonReader.severalLists"));
      }
    } catch (JacksonException e) {
      if (isSure) throw JsonReader.damaged(file, e);
      // The reader of tables says where it is damaged.
      return Optional.empty();
    }
    return lists.roll.isEmpty() ? Optional.empty() : Optional.of(lists.table());
  }

  /** An object of parts, whose start was read; "splits" may hold them one level below. */
  private void parts() {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      String part = part(name);
      if (token == JsonToken.START_ARRAY && !part.isEmpty()) {
        pieces(part);
      } else if (token == JsonToken.START_OBJECT && name.equals("splits")) {
        parts();
      } else {
        parser.skipChildren();
        leftOut.add(name);
      }
    }
  }

  private static String part(String name) {
    return switch (name) {
      case "train", "training" -> "train";
      case "valid", "validation" -> "valid";
      case "test" -> "test";
      default -> "";
    };
  }

  private void pieces(String part) {
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String name = (part.isEmpty() ? "piece" : part) + " " + ++number;
      pieces++;
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw SeriesException.in(file, SeriesWords.of("noteLists.noSteps", name));
      }
      List<boolean[]> steps = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
          throw at(name, steps, "noList", "");
        }
        steps.add(step(name, steps));
      }
      roll.add(name, part, steps);
    }
  }

  private boolean[] step(String name, List<boolean[]> before) {
    roll.count();
    boolean[] keys = new boolean[Pitch.KEYS];
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case VALUE_NULL -> silences++;
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(keys, name, before);
        case START_ARRAY -> throw at(name, before, "nested", "");
        default -> throw at(name, before, "word", Excerpt.of(String.valueOf(parser.getString())));
      }
    }
    return keys;
  }

  private void number(boolean[] keys, String name, List<boolean[]> before) {
    double number = parser.getDoubleValue();
    if (Double.isNaN(number) || number == -1) {
      silences++;
    } else if (number != Math.rint(number) || number < 0 || number > Pitch.MOST) {
      throw at(name, before, "number", Excerpt.of(parser.getString()));
    } else if (Pitch.isKey((int) number)) {
      int key = (int) number - Pitch.LOWEST;
      if (keys[key]) doubles++;
      else sounding++;
      keys[key] = true;
    } else {
      outside++;
    }
  }

  private SeriesException at(String name, List<boolean[]> before, String key, String held) {
    return SeriesException.in(
        file, SeriesWords.of("noteLists." + key, name, before.size() + 1, held));
  }

  /** One piece, whose list was begun; false when it is rather a table of numbers. */
  private boolean one() {
    List<boolean[]> steps = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_ARRAY) return false;
      if (roll.steps() >= RollTable.MOST_STEPS) return false;
      roll.count();
      boolean[] keys = new boolean[Pitch.KEYS];
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) return false;
        double number = parser.getDoubleValue();
        if (number < Pitch.LOWEST || number > Pitch.HIGHEST) return false;
        if (keys[(int) number - Pitch.LOWEST]) return false;
        keys[(int) number - Pitch.LOWEST] = true;
        count++;
      }
      sounding += count;
      uneven |= width >= 0 && count != width;
      width = count;
      steps.add(keys);
    }
    pieces = 1;
    roll.add("", "", steps);
    return uneven;
  }

  private Table table() {
    List<String> notes = new ArrayList<>();
    notes.add(
        SeriesWords.of(
            "noteLists.read",
            NumberWords.count(pieces, "piece"),
            NumberWords.count(roll.steps(), "time step"),
            NumberWords.count(sounding, "sounding key")));
    if (!leftOut.isEmpty()) {
      String list = Excerpt.list(List.copyOf(leftOut));
      notes.add(SeriesWords.counted("jsonReader.leftOut", leftOut.size(), list));
    }
    if (outside > 0) {
      notes.add(MidiReader.outside(outside));
    }
    if (silences > 0) {
      notes.add(SeriesWords.counted("noteLists.silences", silences, silences));
    }
    if (doubles > 0) {
      notes.add(SeriesWords.counted("noteLists.doubles", doubles, doubles));
    }
    return roll.table(0, Optional.empty(), notes);
  }
}
