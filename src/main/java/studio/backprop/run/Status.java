package studio.backprop.run;

import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Fault;

/**
 * Status of the trainer. Immutable.
 *
 * @param fault empty if none
 * @param reason localized reason for no training
 * @param done progress of loading
 * @param total total of loading; 0 if unknown
 */
public record Status(State state, Optional<Fault> fault, Optional<Message> reason, long done, long total) {
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
