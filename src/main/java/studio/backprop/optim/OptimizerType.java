package studio.backprop.optim;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * One entry of the list of optimizers.
 *
 * @param id the name in files and texts, such as {@code adam}
 * @param rate a learning rate to start from
 * @param fresh with its usual coefficients
 * @param form its coefficients
 */
public record OptimizerType(String id, double rate, Optimizer fresh, Form<Optimizer> form) {
  static OptimizerType of(String id, double rate, Optimizer fresh) {
    return new OptimizerType(id, rate, fresh, new Form<>(fresh.getClass(), "coefficient"));
  }

  public Message title() {
    return Message.of("optimizer." + id);
  }

  /** One sentence in a learner's words. */
  public Message help() {
    return Message.of("optimizer." + id + ".help");
  }
}
