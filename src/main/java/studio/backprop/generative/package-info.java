/** How good what a generator makes is, and what the discriminator takes it for: from copies of the weights, beside the training. */
package studio.backprop.generative;
