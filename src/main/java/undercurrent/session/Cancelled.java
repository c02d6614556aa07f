package undercurrent.session;

/** Thrown out of what nobody waits for any more. */
final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1;

  Cancelled() {
    super("", null, false, false);
  }
}
