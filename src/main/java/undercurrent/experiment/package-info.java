/**
 * Experiments as documents: data, settings, weights, optimiser state and curve in one immutable
 * {@link undercurrent.experiment.Experiment}, its file, and the {@link undercurrent.experiment.Run}
 * that puts data, model and trainer together for the window and the command line alike.
 */
@NullMarked
package undercurrent.experiment;

import org.jspecify.annotations.NullMarked;
