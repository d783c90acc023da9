/**
 * Optimizers: one update rule a file, an immutable record with a line in {@link OptimizerCatalog}. {@link OptimizerState} holds the slots
 * (momentum, second moments) for each parameter. Rules and weight decay are those of the PyTorch optimizers of the same names. Penalties
 * and clipping are not here but in {@code train.learn}.
 */
package studio.backprop.optim;
