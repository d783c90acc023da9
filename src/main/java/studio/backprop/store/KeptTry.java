package studio.backprop.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.time.Adjustment;

/**
 * A run as a project remembers it, to be compared with those of another day: what it was, when it was, and what it came to.
 *
 * @param name what kind of run it was
 * @param projectName what the project was called then
 * @param project with the settings of its first step
 * @param adjustments what a person changed on the way
 * @param begun when it took its first step
 * @param steps that it took
 * @param seconds that it trained; NaN where that is not known
 * @param ending how it stands
 * @param reason why it broke
 * @param epochs that are done, or some of them: the first, the last and the best are always there
 * @param loss of its batches
 * @param measure accuracy of its batches, or their mean absolute error
 * @param current whether it is the run that the file goes on with
 */
public record KeptTry(
    Message name, String projectName, Project project, List<Adjustment> adjustments, Instant begun, long steps, double seconds,
    Ending ending, Optional<Message> reason,
    List<EpochRecord> epochs, CurveColumns loss, CurveColumns measure, boolean current) {
  /** Older ones than these are let go. */
  public static final int MOST = 150;

  /** Of a longer run some epochs are kept. */
  public static final int MOST_EPOCHS = 128;

  /** How a run stands. */
  public enum Ending {
    RUNNING,
    PAUSED,
    FINISHED,
    STOPPED_EARLY,
    BROKEN
  }

  public KeptTry {
    adjustments = List.copyOf(adjustments);
    epochs = List.copyOf(epochs);
    if (epochs.size() > MOST_EPOCHS) {
      throw new IllegalArgumentException("up to " + MOST_EPOCHS + " epochs, but was " + epochs.size());
    }
  }
}
