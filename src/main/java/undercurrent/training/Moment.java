package undercurrent.training;

/**
 * A model as it was between two steps of its training.
 *
 * @param epoch epochs completed
 * @param step updates made
 * @param model its weights, or the state of its fit, without what only a training needs
 */
public record Moment(int epoch, long step, Checkpoint model) {
  /** What it takes in memory, in bytes. */
  public long bytes() {
    return (long) Float.BYTES * (model.weights().length + model.best().length)
        + (long) Double.BYTES * model.state().length;
  }
}
