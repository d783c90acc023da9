package studio.backprop.train.record;

import studio.backprop.text.Message;

/** A kept state has numbers that none can have: no training goes on from it. */
public final class DamagedState extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedState(String what) {
    super(what);
  }

  /** @param cause who found no place for a number */
  DamagedState(IndexOutOfBoundsException cause) {
    super(cause);
  }

  /** What to do about it. */
  public Message sentence() {
    return Message.of("trainer.damaged");
  }
}
