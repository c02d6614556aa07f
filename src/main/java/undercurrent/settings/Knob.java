package undercurrent.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record: panel, command line, file and help read it. The
 * label and the sentence of a knob are in {@code knobs.properties}, under the component's name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Knob {
  /** The heading it stands under; its words are under {@code group.} and this name. */
  String group();

  /**
   * When it does anything, such as {@code "filter=bootstrap|guided"} or {@code
   * "seasonalOrder!=0,0,0"}: another key of the same settings and the values with which it counts.
   * Several conditions are joined with {@code " & "}; always when empty.
   */
  String when() default "";

  /** What a file means that was written before the setting existed; the default when empty. */
  String absent() default "";

  /** Under which key the words of the unit are, empty if it has none. */
  String unit() default "";

  /** Smallest allowed number, inclusive. */
  double min() default 0;

  /** Largest allowed number, inclusive. */
  double max() default Double.MAX_VALUE;

  /** What a text must look like, without blanks; a regular expression. */
  String pattern() default "";

  /** Whether it is a text of any lines, which is kept as it is. */
  boolean lines() default false;

  /** A text that it may be. */
  String example() default "";

  /** True when a change acts at the next training step; false when it restarts the training. */
  boolean live() default false;

  /** True when equal factors of the number are equally far apart, as with rates. */
  boolean logarithmic() default false;

  /** True for what a newcomer need not see at first. */
  boolean advanced() default false;

  /** False for what belongs to the kind alone and is not taken over when the kind is changed. */
  boolean carried() default true;
}
