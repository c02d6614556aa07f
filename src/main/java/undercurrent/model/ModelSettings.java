package undercurrent.model;

/**
 * The settings of a kind of model: a record whose components, or those of the records inside it,
 * carry a {@link undercurrent.settings.Knob}. A change restarts the training.
 */
public interface ModelSettings {}
