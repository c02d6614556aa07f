package undercurrent.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a settings record to people: panel, command line, file and help. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Knob {
  /** The words beside the control, in sentence case. */
  String label();

  /** One or two sentences: what it does and what to try. */
  String help();

  /** The heading it stands under. */
  String group();

  /** The unit of the number, empty if it has none. */
  String unit() default "";

  /** Smallest allowed number, inclusive. */
  double min() default 0;

  /** Largest allowed number, inclusive. */
  double max() default Double.MAX_VALUE;

  /** What a text must look like, without blanks; a regular expression. */
  String pattern() default "";

  /** A text that it may be. */
  String example() default "";

  /** True when a change acts at the next training step; false when it restarts the training. */
  boolean live() default false;

  /** True for what a newcomer need not see at first. */
  boolean advanced() default false;
}
