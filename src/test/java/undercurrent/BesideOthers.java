package undercurrent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * On a slow test class that shows no window and measures no time: it runs on a second thread beside
 * the others ({@code junit-platform.properties}), but not while one of them has chosen a language.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.LANGUAGE, mode = ResourceAccessMode.READ)
public @interface BesideOthers {
  /** Locked by tests that choose the language of words. */
  String LANGUAGE = "language";
}
