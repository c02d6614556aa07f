/** What a trained model is reported as: its scores and what it learned, as JSON. */
@NullMarked
package undercurrent.report;

import org.jspecify.annotations.NullMarked;
