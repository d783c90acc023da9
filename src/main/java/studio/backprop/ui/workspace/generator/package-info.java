/** Pictures of what a generator makes, and of how it maps the latent space. Models are in {@code run}. */
package studio.backprop.ui.workspace.generator;
