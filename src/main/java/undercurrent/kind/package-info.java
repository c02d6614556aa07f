/**
 * The catalogue of kinds of models: one file a kind ties its settings, model, training, questions
 * and figures together, and nothing else in the program names a kind. Start at {@link
 * undercurrent.kind.ModelKind}; a new kind is a file beside it and a line in {@link
 * undercurrent.kind.Catalogue}.
 */
@NullMarked
package undercurrent.kind;

import org.jspecify.annotations.NullMarked;
