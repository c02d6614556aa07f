package undercurrent.model.linear;

/** Is told how far a long pass over a series has come; throwing from it ends the pass. */
@FunctionalInterface
public interface Progress {
  /** Nobody looks. */
  Progress NONE = (done, of) -> {};

  void at(long done, long of);
}
