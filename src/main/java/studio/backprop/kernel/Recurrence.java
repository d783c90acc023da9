package studio.backprop.kernel;

/** What a recurrent layer does at one time step between its matrix products, to n numbers that lie side by side. */
public interface Recurrence {
  /**
   * From the sums to the state after the step.
   *
   * @param at where the step's numbers start in arrays of one block a step
   * @param before where those of the state before the step start
   * @param after where those of the state after it start
   */
  void forward(int at, int before, int after, int n);

  /** From the gradient of the state after the step to those of the sums; adds what does not go through a product to the state before. */
  void backward(int at, int before, int after, int n);
}
