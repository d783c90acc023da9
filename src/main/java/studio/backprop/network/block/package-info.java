/**
 * Blocks: reusable subnetworks that are placed at once, wired and grouped. {@link StandardBlock} lists the bundled ones (residual,
 * convolution, MLP), {@link OwnBlock} is one that a person has kept.
 */
package studio.backprop.network.block;
