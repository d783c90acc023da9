package studio.backprop.search.trial;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;
import studio.backprop.train.Checkpoint;
import studio.backprop.train.record.EpochRecord;

/**
 * Trial of a search: sampled settings and training results. Immutable.
 *
 * @param number from 1, by order of beginning
 * @param values by dimension; NaN for inapplicable settings
 * @param parameters number of trainable parameters
 * @param target current target epoch
 * @param epochs completed
 * @param kept checkpoint after the last one; empty if none, or dropped to save memory
 * @param reason of a fault or refusal, localized
 * @param brokenAt failed step; 0 if none
 * @param sha256 of the weights after the last epoch; empty before the first
 */
public record Trial(
    int number, List<Double> values, long parameters, State state, int target, List<EpochRecord> epochs, Optional<Checkpoint> kept,
    Optional<Message> reason, long brokenAt, String sha256) {
  public enum State {
    RUNNING,
    /** Waiting at a rung for promotion. */
    STOPPED,
    /** Trained to the end. */
    COMPLETE,
    /** Ended by a fault. */
    BROKEN,
    /** Its network cannot be trained. */
    REFUSED,
    /** Dropped manually. */
    DROPPED
  }

  public Trial {
    values = List.copyOf(values);
  }

  public static Trial begun(int number, List<Double> values, long parameters, int target) {
    return new Trial(number, values, parameters, State.RUNNING, target, List.of(), Optional.empty(), Optional.empty(), 0, "");
  }

  public static Trial refused(int number, List<Double> values, Message reason) {
    return new Trial(number, values, 0, State.REFUSED, 0, List.of(), Optional.empty(), Optional.of(reason), 0, "");
  }

  /** With a new target. */
  Trial to(int epoch) {
    return new Trial(number, values, parameters, State.RUNNING, epoch, epochs, kept, reason, brokenAt, sha256);
  }

  /** With training results. */
  public Trial reached(State now, List<EpochRecord> done, Optional<Checkpoint> weights, String hash) {
    return new Trial(number, values, parameters, now, target, done, weights, reason, brokenAt, hash);
  }

  /** With a fault. */
  public Trial broken(List<EpochRecord> done, long step, Message why) {
    return new Trial(number, values, parameters, State.BROKEN, target, done, Optional.empty(), Optional.of(why), step, sha256);
  }

  public Trial running() {
    return new Trial(number, values, parameters, State.RUNNING, target, epochs, kept, reason, brokenAt, sha256);
  }

  public Trial stopped() {
    return new Trial(number, values, parameters, State.STOPPED, epoch(), epochs, kept, reason, brokenAt, sha256);
  }

  /** With an earlier target. */
  public Trial upTo(int epoch) {
    return new Trial(number, values, parameters, state, Math.min(target, Math.max(epoch, epoch())), epochs, kept, reason, brokenAt, sha256);
  }

  Trial dropped() {
    return new Trial(number, values, parameters, State.DROPPED, epoch(), epochs, kept, reason, brokenAt, sha256);
  }

  /** Without weights: retrained to the same bits when promoted. */
  public Trial withoutWeights() {
    return new Trial(number, values, parameters, state, target, epochs, Optional.empty(), reason, brokenAt, sha256);
  }

  /** Completed epochs. */
  public int epoch() {
    return epochs.size();
  }

  public Optional<EpochRecord> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** Record of an epoch, from 1; empty if not reached. */
  public Optional<EpochRecord> at(int epoch) {
    return epoch >= 1 && epoch <= epochs.size() ? Optional.of(epochs.get(epoch - 1)) : Optional.empty();
  }

  /** Whether it has reported an epoch, from 1. */
  public boolean reached(int epoch) {
    return epoch() >= epoch && (state != State.RUNNING || epoch < target);
  }

  /** Whether it is ranked. */
  public boolean counts() {
    return !epochs.isEmpty() && (state == State.RUNNING || state == State.STOPPED || state == State.COMPLETE);
  }

  /** Epochs, including those still to be trained. */
  public int cost() {
    return state == State.BROKEN ? Math.min(target, epochs.size() + 1) : Math.max(target, epochs.size());
  }
}
