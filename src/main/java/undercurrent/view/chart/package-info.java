/** Figures on the screen; the only package that uses ChartFx. */
@NullMarked
package undercurrent.view.chart;

import org.jspecify.annotations.NullMarked;
