package studio.backprop.train.record;

import studio.backprop.text.Message;

/** Thrown when a {@link KeptState} holds invalid numbers. */
public final class DamagedState extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedState(String what) {
    super(what);
  }

  DamagedState(IndexOutOfBoundsException cause) {
    super(cause);
  }

  /** Localized text with the remedy. */
  public Message sentence() {
    return Message.of("trainer.damaged");
  }
}
