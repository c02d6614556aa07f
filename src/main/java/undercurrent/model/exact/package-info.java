/**
 * Linear-Gaussian models of a data set: the settings' kind of system, fitted to the training part,
 * as exact answers beside the deep models.
 */
@NullMarked
package undercurrent.model.exact;

import org.jspecify.annotations.NullMarked;
