package studio.backprop.search.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.data.Task;
import studio.backprop.text.Message;

/** By what trials are judged, on the validation part. */
public enum SearchGoal {
  LOSS,
  ACCURACY,
  /** Accuracy and few parameters: no trial of the front is beaten in both by another. */
  FRONT;

  /** As the command line and files write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SearchGoal> find(String id) {
    return Arrays.stream(values()).filter(goal -> goal.id().equals(id)).findFirst();
  }

  /** What suits a task: numbers that are predicted have no accuracy. */
  public static SearchGoal suited(Task task) {
    return task == Task.CLASSES ? ACCURACY : LOSS;
  }

  public Message title() {
    return Message.of("trials.goal." + id());
  }
}
