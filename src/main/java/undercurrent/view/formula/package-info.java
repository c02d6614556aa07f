/** Equations on the screen, typeset from a small part of LaTeX. Start at {@code FormulaNode}. */
@NullMarked
package undercurrent.view.formula;

import org.jspecify.annotations.NullMarked;
