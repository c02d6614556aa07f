package undercurrent.session;

/** Thrown out of what nobody waits for any more. */
final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1;

  Abandoned() {
    super("", null, false, false);
  }
}
