package studio.backprop.project;

import studio.backprop.setting.Form;
import studio.backprop.setting.Range;

/**
 * Keeps weights and steps small. The penalties L1·Σ|w| + ½·L2·Σw² are added to what training makes small, for all weights and embeddings
 * but
 * not for biases, scales and shifts; their values are not part of the loss that is shown. An optimizer's own weight decay reaches every
 * learned
 * parameter, biases included, as PyTorch's does when it is given {@code model.parameters()}.
 *
 * @param l1 pulls every weight towards zero by the same amount; small ones become exactly useless
 * @param l2 pulls every weight towards zero in proportion to its size
 * @param clip what is limited in the gradient before each step
 * @param limit the largest allowed number or norm
 */
public record Regularization(
    @Range(min = 0, max = 10) double l1, @Range(min = 0, max = 10) double l2, Clip clip, @Range(min = 1e-6, max = 1e6) double limit) {

  /** What is limited. */
  public enum Clip {
    NONE,
    VALUE,
    NORM
  }

  /** Its settings, for the form and the file. */
  public static final Form<Regularization> FORM = new Form<>(Regularization.class, "regularization");

  public static final Regularization NONE = new Regularization(0, 0, Clip.NONE, 1);
}
