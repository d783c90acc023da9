package studio.backprop.data;

import java.util.List;

/**
 * Grouping column for grouped splits, such as a patient or a site: no input, with repeated values.
 *
 * @param name of the column
 * @param values the different cells, in the order in which they come first; the empty one, where rows have no value
 * @param groups [row]: which of the values the row has
 */
public record GroupColumn(String name, List<String> values, int[] groups) {
  public GroupColumn {
    values = List.copyOf(values);
  }

  /** How many different values there are. */
  public int count() {
    return values.size();
  }
}
