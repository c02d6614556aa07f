package undercurrent.training;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a training does that some of the training settings belong to. */
public enum TrainingUse {
  /** It goes on by epochs or iterations. */
  ITERATIONS,
  /** It draws random numbers. */
  CHANCE,
  /** It follows gradients of batches. */
  GRADIENTS,
  /** Its objective has a KL. */
  KL;

  /** To which of them a setting belongs. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  public @interface Of {
    TrainingUse value();
  }
}
