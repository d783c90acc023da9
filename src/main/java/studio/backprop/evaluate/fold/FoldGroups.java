package studio.backprop.evaluate.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Feature;
import studio.backprop.data.GroupColumn;

/** Which rows of a table belong together, by the values of a column: a patient, a site, a year. */
public final class FoldGroups {
  /** A group has so many rows on average at least; a column of measured numbers makes none. */
  private static final int LEAST_ROWS = 2;

  private FoldGroups() {
  }

  /**
   * The columns whose values repeat and how many groups each makes: first those that are no inputs, as they often are there for this, then
   * the inputs, each in their order. None where the data are no table. Takes as long as reading all numbers.
   */
  public static Map<String, Integer> columns(Dataset data) {
    Map<String, Integer> found = new LinkedHashMap<>();
    if (data.isTable()) {
      data.about().groupColumns().forEach(column -> found.put(column.name(), column.count()));
      data.about().features().stream().map(Feature::column).distinct().forEach(column -> {
        int groups = (int) IntStream.of(of(data, column)).distinct().count();
        if (groups > 1 && groups <= data.rows() / LEAST_ROWS) {
          found.put(column, groups);
        }
      });
    }
    return found;
  }

  /**
   * The number of each row's group. Rows without a value are a group of their own.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public static int[] of(Dataset data, String column) {
    for (GroupColumn kept : data.about().groupColumns()) {
      if (kept.name().equals(column)) {
        return kept.groups();
      }
    }
    List<Feature> features = data.about().features();
    int[] places = IntStream.range(0, features.size()).filter(i -> features.get(i).column().equals(column)).toArray();
    if (places.length == 0) {
      throw new IllegalArgumentException("there is no column " + column);
    }
    Map<List<Float>, Integer> numbers = new HashMap<>();
    int[] groups = new int[data.rows()];
    for (int row = 0; row < groups.length; row++) {
      List<Float> value = new ArrayList<>();
      for (int place : places) {
        value.add(data.input(row, place));
      }
      groups[row] = numbers.computeIfAbsent(value, fresh -> numbers.size());
    }
    return groups;
  }
}
