package studio.backprop.kernel;

/** Elementwise part of a recurrent layer's time step, for n contiguous numbers. */
public interface Recurrence {
  /**
   * Computes the state after the step from the pre-activations.
   *
   * @param at offset of the step's numbers in arrays of one block per step
   * @param before offset of the state before the step
   * @param after offset of the state after it
   */
  void forward(int at, int before, int after, int n);

  /**
   * Computes the gradients of the pre-activations from that of the state after the step; adds the elementwise part of the gradient to the
   * state before.
   */
  void backward(int at, int before, int after, int n);
}
