package studio.backprop.project;

import java.util.Optional;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;

/** What a network learns from, and in which kind of training. */
public sealed interface Assignment permits Supervised, Adversarial {
  /** The examples: with their labels, or those that generated ones are told apart from. */
  DataSettings data();

  /** The person's own table, if {@link #data} says so. */
  Optional<TableData> table();

  Assignment withData(DataSettings changed);

  Assignment withTable(TableData own);
}
