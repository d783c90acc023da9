package studio.backprop.project;

import studio.backprop.setting.Form;
import studio.backprop.setting.Range;

/**
 * Regularization: penalties and gradient clipping. L1·Σ|w| + ½·L2·Σw² is added to the objective, for weights and embeddings but not for
 * biases, scales and shifts; the displayed loss excludes it. An optimizer's own weight decay applies to all parameters including biases, as
 * in PyTorch with {@code model.parameters()}.
 *
 * @param l1 shrinks every weight by a constant amount; leads to sparse weights
 * @param l2 shrinks every weight in proportion to its size
 * @param clip kind of gradient clipping
 * @param limit maximum absolute value or norm
 */
public record Regularization(
    @Range(min = 0, max = 10) double l1, @Range(min = 0, max = 10) double l2, Clip clip, @Range(min = 1e-6, max = 1e6) double limit) {

  /** Kind of gradient clipping. */
  public enum Clip {
    NONE,
    VALUE,
    NORM
  }

  public static final Form<Regularization> FORM = new Form<>(Regularization.class, "regularization");

  public static final Regularization NONE = new Regularization(0, 0, Clip.NONE, 1);
}
