/**
 * One differentiable primitive a file, its forward and backward pass side by side. Every hand-written derivative of the program is here.
 * Knows {@code tensor} and {@code kernel}.
 */
package studio.backprop.op;
