package studio.backprop.search.trial;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.record.EpochRecord;

/**
 * One setting of everything that is searched, and what training with it has come to. It never changes.
 *
 * @param number counted from 1, in the order in which they began
 * @param values by dimension of the space; NaN where this trial has no such setting
 * @param parameters that its network learns
 * @param target the epoch to which it is to be trained for now
 * @param epochs that are done
 * @param kept the weights after the last of them, with the optimizer's memory; empty where it has none or they were given up to save memory
 * @param reason why it broke or was refused
 * @param brokenAt the step that failed, 0 if none did
 * @param sha256 of the weights after the last epoch; empty before the first
 */
public record Trial(
    int number, List<Double> values, long parameters, State state, int target, List<EpochRecord> epochs, Optional<Checkpoint> kept,
    Optional<Message> reason, long brokenAt, String sha256) {
  /** What it is doing. */
  public enum State {
    /** On the way to its target. */
    RUNNING,
    /** At a rung: stopped, unless it is promoted later. */
    STOPPED,
    /** Trained to the end. */
    COMPLETE,
    /** A number was no longer finite. */
    BROKEN,
    /** Its network cannot be trained: it cost nothing. */
    REFUSED,
    /** Taken out by hand: it goes on no more. */
    DROPPED
  }

  public Trial {
    values = List.copyOf(values);
  }

  /** One that begins. */
  public static Trial begun(int number, List<Double> values, long parameters, int target) {
    return new Trial(number, values, parameters, State.RUNNING, target, List.of(), Optional.empty(), Optional.empty(), 0, "");
  }

  public static Trial refused(int number, List<Double> values, Message reason) {
    return new Trial(number, values, 0, State.REFUSED, 0, List.of(), Optional.empty(), Optional.of(reason), 0, "");
  }

  /** The same, trained on. */
  Trial to(int epoch) {
    return new Trial(number, values, parameters, State.RUNNING, epoch, epochs, kept, reason, brokenAt, sha256);
  }

  /** The same after more training. */
  public Trial reached(State now, List<EpochRecord> done, Optional<Checkpoint> weights, String hash) {
    return new Trial(number, values, parameters, now, target, done, weights, reason, brokenAt, hash);
  }

  /** The same after a step that failed. */
  public Trial broken(List<EpochRecord> done, long step, Message why) {
    return new Trial(number, values, parameters, State.BROKEN, target, done, Optional.empty(), Optional.of(why), step, sha256);
  }

  /** The same, whose report is still to come. */
  public Trial running() {
    return new Trial(number, values, parameters, State.RUNNING, target, epochs, kept, reason, brokenAt, sha256);
  }

  /** The same, at rest where it is. */
  public Trial stopped() {
    return new Trial(number, values, parameters, State.STOPPED, epoch(), epochs, kept, reason, brokenAt, sha256);
  }

  /** The same, to be trained no further than to an epoch. */
  public Trial upTo(int epoch) {
    return new Trial(number, values, parameters, state, Math.min(target, Math.max(epoch, epoch())), epochs, kept, reason, brokenAt, sha256);
  }

  Trial dropped() {
    return new Trial(number, values, parameters, State.DROPPED, epoch(), epochs, kept, reason, brokenAt, sha256);
  }

  /** The same without its weights: to go on, it would train anew, to the same bits. */
  public Trial withoutWeights() {
    return new Trial(number, values, parameters, state, target, epochs, Optional.empty(), reason, brokenAt, sha256);
  }

  /** Epochs that are done. */
  public int epoch() {
    return epochs.size();
  }

  public Optional<EpochRecord> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** What was measured after an epoch, from 1; empty if it did not get so far. */
  public Optional<EpochRecord> at(int epoch) {
    return epoch >= 1 && epoch <= epochs.size() ? Optional.of(epochs.get(epoch - 1)) : Optional.empty();
  }

  /** Whether it has come to an epoch, counted from 1, and that was reported: others are compared with it there. */
  public boolean reached(int epoch) {
    return epoch() >= epoch && (state != State.RUNNING || epoch < target);
  }

  /** Whether it was trained and is judged. */
  public boolean counts() {
    return !epochs.isEmpty() && (state == State.RUNNING || state == State.STOPPED || state == State.COMPLETE);
  }

  /** Epochs that it costs, those among them that it is still to do. */
  public int cost() {
    return state == State.BROKEN ? Math.min(target, epochs.size() + 1) : Math.max(target, epochs.size());
  }
}
