package studio.backprop.data;

import java.util.List;

/**
 * Grouping column for grouped splits, such as a patient or a site; not an input.
 *
 * @param values distinct cells in order of first occurrence; the empty one for missing values
 * @param groups [row]: index into {@code values}
 */
public record GroupColumn(String name, List<String> values, int[] groups) {
  public GroupColumn {
    values = List.copyOf(values);
  }

  public int count() {
    return values.size();
  }
}
