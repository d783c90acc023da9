/** Pictures of generated samples and of the latent space of a GAN. Their models are in {@code workspace.run}. */
package studio.backprop.ui.workspace.generator;
