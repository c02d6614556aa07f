/** Figures on the screen; the only home of ChartFx. */
@NullMarked
package undercurrent.view.chart;

import org.jspecify.annotations.NullMarked;
