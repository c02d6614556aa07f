package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import undercurrent.lesson.Block;
import undercurrent.lesson.Lesson;
import undercurrent.lesson.LessonException;
import undercurrent.lesson.Quantity;
import undercurrent.lesson.Question;
import undercurrent.lesson.Span;
import undercurrent.lesson.Step;
import undercurrent.series.NumberWords;
import undercurrent.view.formula.FormulaNode;

/**
 * Sets the text of lessons: words, equations, and numbers of runs.
 *
 * @param letters the size of letters in pixels
 * @param width that an equation has room for, in pixels
 * @param numbers the values of what is computed
 */
record LessonBlocks(double letters, double width, Map<Quantity, Double> numbers) {
  private static final double FORMULA = 1.18;
  private static final double INLINE = 1.04;
  private static final double SMALLEST = 0.6;

  /**
   * Refuses equations that cannot be typeset.
   *
   * @throws LessonException one sentence that names the line
   */
  static void requireEquations(Lesson lesson) {
    Stream.concat(Stream.of(lesson.summary()), lesson.steps().stream().flatMap(LessonBlocks::texts))
        .flatMap(List::stream)
        .forEach(block -> require(lesson, block));
    lesson.steps().stream()
        .flatMap(step -> step.question().stream())
        .map(Question::choices)
        .flatMap(List::stream)
        .forEach(spans -> requireSpans(lesson, spans));
  }

  private static Stream<List<Block>> texts(Step step) {
    Step.Replies replies = step.replies();
    return Stream.of(step.text(), replies.right(), replies.wrong(), replies.after());
  }

  private static void require(Lesson lesson, Block block) {
    switch (block) {
      case Block.Paragraph(List<Span> spans) -> requireSpans(lesson, spans);
      case Block.Bullet(List<Span> spans) -> requireSpans(lesson, spans);
      case Block.Display(String latex, int line) -> require(lesson, latex, line);
    }
  }

  private static void requireSpans(Lesson lesson, List<Span> spans) {
    for (Span span : spans) {
      if (span instanceof Span.Equation(String latex, int line)) require(lesson, latex, line);
    }
  }

  private static void require(Lesson lesson, String latex, int line) {
    try {
      FormulaNode.require(latex);
    } catch (IllegalArgumentException e) {
      throw LessonException.in(lesson.wordsFile(), line, String.valueOf(e.getMessage()));
    }
  }

  List<Node> nodes(List<Block> blocks) {
    return blocks.stream().map(this::node).toList();
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Span> spans) -> flow(spans);
      case Block.Bullet(List<Span> spans) -> {
        TextFlow flow = flow(spans);
        HBox.setHgrow(flow, Priority.ALWAYS);
        yield new HBox(0.5 * letters, new Label("•"), flow);
      }
      case Block.Display(String latex, int line) -> display(latex);
    };
  }

  /** An equation that is too wide is set in smaller letters. */
  private Node display(String latex) {
    double size = FORMULA * letters;
    FormulaNode node = new FormulaNode(latex, latex, size);
    double wide = node.getPrefWidth();
    double room = width - 2 * letters;
    if (wide > room) {
      double smaller = size * Math.max(SMALLEST, room / wide);
      node = new FormulaNode(latex, latex, smaller);
    }
    HBox box = new HBox(node);
    box.setPadding(new Insets(0, 0, 0, letters));
    return box;
  }

  /** Words in lines. */
  TextFlow flow(List<Span> spans) {
    TextFlow flow = new TextFlow();
    flow.setLineSpacing(0.2 * letters);
    StringBuilder said = new StringBuilder();
    List<Node> parts = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Words(String text, Span.Style style) -> {
          parts.add(words(text, style));
          said.append(text);
        }
        case Span.Equation(String latex, int line) -> {
          parts.add(new FormulaNode(latex, latex, INLINE * letters));
          said.append(latex);
        }
        case Span.Computed computed -> {
          String number = number(computed);
          parts.add(words(number, Span.Style.STRONG));
          said.append(number);
        }
      }
    }
    flow.getChildren().setAll(parts);
    flow.setAccessibleText(said.toString());
    return flow;
  }

  private String number(Span.Computed computed) {
    double value = numbers.getOrDefault(computed.quantity(), Double.NaN);
    return NumberWords.fixed(value, computed.decimals());
  }

  private static Text words(String text, Span.Style style) {
    Text words = new Text(text);
    words.getStyleClass().add("lesson-words");
    switch (style) {
      case PLAIN -> {}
      case STRONG -> words.getStyleClass().add("lesson-strong");
      case EMPHASIS -> words.getStyleClass().add("lesson-emphasis");
      case CODE -> words.getStyleClass().add("lesson-code");
    }
    return words;
  }
}
