package undercurrent.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a choice or a key had in older files and commands; it is still understood. On a
 * constant of an enum it is that of the choice, on a component of a settings record that of the
 * key.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Formerly {
  String value();
}
