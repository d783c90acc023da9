package studio.backprop.optim;

import studio.backprop.setting.Form;
import studio.backprop.text.Message;

/**
 * Registry entry of an optimizer.
 *
 * @param id in files and text keys, such as {@code adam}
 * @param rate default learning rate
 * @param fresh with default hyperparameters
 * @param form of its hyperparameters
 */
public record OptimizerType(String id, double rate, Optimizer fresh, Form<Optimizer> form) {
  static OptimizerType of(String id, double rate, Optimizer fresh) {
    return new OptimizerType(id, rate, fresh, new Form<>(fresh.getClass(), "coefficient"));
  }

  public Message title() {
    return Message.of("optimizer." + id);
  }

  /** One-sentence help. */
  public Message help() {
    return Message.of("optimizer." + id + ".help");
  }
}
