/**
 * The convolutional Markov model: a deep Markov model of films whose state is a frame of small
 * maps, and whose layers are convolutions. Rows of its boxes hold whole states, {@code [rows ×
 * pixels·channels]}, which is the same memory as one row a pixel, {@code [rows·pixels × channels]}.
 */
@org.jspecify.annotations.NullMarked
package undercurrent.model.convolutional;
