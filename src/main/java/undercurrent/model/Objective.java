package undercurrent.model;

/** Placeholder while the engine is built. */
public interface Objective {}
