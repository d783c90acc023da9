package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;

/** What a network learns from, and in which kind of training. */
public sealed interface Assignment permits Supervised, Adversarial, Agent {
  /** The examples: with their labels, or those that generated ones are told apart from. */
  DataSettings data();

  /** The person's own table, if {@link #data} says so. */
  Optional<TableData> table();

  /** What the loss judges: the task of the data, unless examples are told apart by where they come from. */
  Task task(Task ofData);

  /** How many networks learn, each by a loss of its own. */
  int learners();

  /** Whether the trained network predicts something for an example of the data. */
  boolean predicts();

  Assignment withData(DataSettings changed);

  Assignment withTable(TableData own);
}
