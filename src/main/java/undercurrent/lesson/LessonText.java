package undercurrent.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.text.Visible;

/**
 * The words of a lesson, read from Markdown: {@code # Title}, then {@code ## id: Title} for each
 * step, within it {@code - [ ]} before each choice, and {@code ### right}, {@code ### wrong},
 * {@code ### after} and {@code ### unit}.
 *
 * @param summary what stands below the title
 * @param sections by the id of their step
 */
record LessonText(String title, List<Block> summary, Map<String, Section> sections) {
  private static final Set<String> REPLIES = Set.of("right", "wrong", "after", "unit");

  /**
   * The words of a step.
   *
   * @param line of its heading
   */
  record Section(
      String title,
      int line,
      List<Block> text,
      List<List<Span>> choices,
      Map<String, List<Block>> replies) {
    List<Block> reply(String name) {
      return replies.getOrDefault(name, List.of());
    }

    /** What stands below {@code ### unit}: words alone. */
    Optional<String> unit() {
      return reply("unit").stream()
          .findFirst()
          .map(block -> block instanceof Block.Paragraph p ? p.spans() : List.<Span>of())
          .flatMap(spans -> spans.stream().findFirst())
          .flatMap(span -> span instanceof Span.Words w ? Optional.of(w.text()) : Optional.empty());
    }
  }

  static LessonText read(String file, String markdown) {
    Reader reader = new Reader(file, markdown.lines().toList());
    return reader.read();
  }

  /** Goes through the lines once. */
  private static final class Reader {
    private static final Pattern HEADING = Pattern.compile("(#{1,3})\\s+(.*?)\\s*");
    private static final Pattern STEP = Pattern.compile("([\\w-]+)(?::\\s*(.*))?");
    private static final Pattern CHOICE = Pattern.compile("\\s*-\\s\\[[ x]?]\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*]\\s+(.*)");
    private static final String DISPLAY = "$$";
    private final String file;
    private final List<String> lines;
    private final LinkedHashMap<String, Section> sections = new LinkedHashMap<>();
    private final StringBuilder open = new StringBuilder();
    private String title = "";
    private List<Block> blocks = new ArrayList<>();
    private List<List<Span>> choices = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;
    private int begun = 1;

    /** What the lines that are being joined become. */
    private enum Kind {
      PARAGRAPH,
      BULLET,
      CHOICE,
      DISPLAY
    }

    Reader(String file, List<String> lines) {
      this.file = file;
      this.lines = lines;
    }

    LessonText read() {
      List<Block> summary = blocks;
      for (int i = 0; i < lines.size(); i++) line(lines.get(i), i + 1);
      if (kind == Kind.DISPLAY) throw problem(begun, LessonWords.of("lessonText.unclosed"));
      flush();
      if (title.isEmpty()) throw problem(1, LessonWords.of("lessonText.noTitle"));
      return new LessonText(title, summary, sections);
    }

    private LessonException problem(int line, String sentence) {
      return LessonException.in(file, line, sentence);
    }

    private void line(String line, int number) {
      String text = line.strip();
      if (kind == Kind.DISPLAY) {
        display(text, number);
        return;
      }
      Matcher heading = HEADING.matcher(line);
      Matcher choice = CHOICE.matcher(line);
      Matcher bullet = BULLET.matcher(line);
      if (heading.matches()) heading(heading.group(1).length(), heading.group(2), number);
      else if (text.isEmpty()) flush();
      else if (text.startsWith(DISPLAY)) {
        begin(Kind.DISPLAY, "", number);
        display(text.substring(DISPLAY.length()), number);
      } else if (choice.matches()) begin(Kind.CHOICE, choice.group(1), number);
      else if (bullet.matches()) begin(Kind.BULLET, bullet.group(1), number);
      else if (open.isEmpty()) begin(Kind.PARAGRAPH, text, number);
      else open.append(' ').append(text);
    }

    private void begin(Kind next, String text, int line) {
      flush();
      kind = next;
      begun = line;
      open.append(text);
    }

    private void display(String text, int line) {
      boolean ends = text.endsWith(DISPLAY);
      open.append(' ').append(ends ? text.substring(0, text.length() - DISPLAY.length()) : text);
      if (!ends) return;
      String latex = open.toString().strip();
      if (latex.isEmpty()) throw problem(line, LessonWords.of("lessonText.emptyEquation"));
      blocks.add(new Block.Display(latex, begun));
      open.setLength(0);
      kind = Kind.PARAGRAPH;
    }

    private void flush() {
      if (!open.isEmpty()) {
        List<Span> spans = SpanReader.read(open.toString(), file, begun);
        switch (kind) {
          case CHOICE -> choices.add(spans);
          case BULLET -> blocks.add(new Block.Bullet(spans));
          default -> blocks.add(new Block.Paragraph(spans));
        }
      }
      open.setLength(0);
      kind = Kind.PARAGRAPH;
    }

    private void heading(int depth, String text, int line) {
      flush();
      switch (depth) {
        case 1 -> {
          if (!title.isEmpty()) throw problem(line, LessonWords.of("lessonText.secondTitle"));
          title = text;
        }
        case 2 -> step(text, line);
        default -> reply(text, line);
      }
    }

    private void step(String text, int line) {
      Matcher matcher = STEP.matcher(text);
      if (!matcher.matches()) {
        throw problem(line, LessonWords.of("lessonText.noStep", Visible.name(text)));
      }
      String id = matcher.group(1);
      if (sections.containsKey(id)) {
        throw problem(line, LessonWords.of("lessonText.stepTwice", id));
      }
      blocks = new ArrayList<>();
      choices = new ArrayList<>();
      String words = matcher.group(2) == null ? "" : matcher.group(2);
      sections.put(id, new Section(words, line, blocks, choices, new LinkedHashMap<>()));
    }

    private void reply(String text, int line) {
      if (sections.isEmpty() || !REPLIES.contains(text)) {
        throw problem(line, LessonWords.of("lessonText.unknownPart", Visible.name(text)));
      }
      blocks = new ArrayList<>();
      sections.sequencedValues().getLast().replies().put(text, blocks);
    }
  }
}
