/**
 * Differentiable primitives: one op a file, forward and backward pass side by side; every hand-written derivative of the program is here.
 * {@code forward} overwrites its outputs, {@code backward} adds to gradients, so that shared weights and branches add up; the only op that
 * gives a tensor its gradient overwrites it. Ops are bound to tensors when a plan is built, and allocate nothing in a step. What an op
 * draws at random is a function of seed and step ({@link DropoutMask}, decision 12). {@link LossOp} is the base of losses; its gradients
 * are those of the mean over known targets.
 */
package studio.backprop.op;
