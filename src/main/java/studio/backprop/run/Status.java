package studio.backprop.run;

import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;

/**
 * What the trainer is doing.
 *
 * @param state in one word
 * @param fault why training stopped by itself
 * @param reason why there is nothing to train, in a sentence
 * @param done how far loading is
 * @param total of how much, 0 if not known
 */
public record Status(State state, Optional<Fault> fault, Optional<Message> reason, long done, long total) {
  /** In one word. */
  public enum State {
    IDLE,
    LOADING,
    PAUSED,
    PLAYING,
    FINISHED,
    FAULT
  }

  static final Status IDLE = of(State.IDLE);

  static Status of(State state) {
    return new Status(state, Optional.empty(), Optional.empty(), 0, 0);
  }

  static Status of(Fault fault) {
    return new Status(State.FAULT, Optional.of(fault), Optional.of(fault.sentence()), 0, 0);
  }

  static Status loading(long done, long total) {
    return new Status(State.LOADING, Optional.empty(), Optional.empty(), done, total);
  }

  static Status failed(Message reason) {
    return new Status(State.IDLE, Optional.empty(), Optional.of(reason), 0, 0);
  }
}
