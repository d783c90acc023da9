package studio.backprop.search.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.data.Task;
import studio.backprop.text.Message;

/** Objective of a search, on the validation part. */
public enum SearchGoal {
  LOSS,
  ACCURACY,
  /** Pareto front of accuracy and number of parameters. */
  FRONT;

  /** Name in files and commands. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SearchGoal> find(String id) {
    return Arrays.stream(values()).filter(goal -> goal.id().equals(id)).findFirst();
  }

  /** Default by task. */
  public static SearchGoal suited(Task task) {
    return task == Task.CLASSES ? ACCURACY : LOSS;
  }

  public Message title() {
    return Message.of("trials.goal." + id());
  }
}
