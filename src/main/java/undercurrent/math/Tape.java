package undercurrent.math;

/** Placeholder while the engine is built. */
public final class Tape {}
