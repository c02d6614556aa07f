package undercurrent.session;

/** Thrown by a computation whose result is no longer needed. */
final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1;

  Cancelled() {
    super("", null, false, false);
  }
}
