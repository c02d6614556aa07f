package undercurrent.lesson;

import java.util.List;

/** A part of a lesson's text. */
public sealed interface Block {
  /** Lines that belong together. */
  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** A line of a list. */
  record Bullet(List<Span> spans) implements Block {
    public Bullet {
      spans = List.copyOf(spans);
    }
  }

  /**
   * An equation on lines of its own.
   *
   * @param line of the file where it begins, from 1 on
   */
  record Display(String latex, int line) implements Block {}
}
