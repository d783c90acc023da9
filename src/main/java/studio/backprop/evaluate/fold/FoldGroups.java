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

/** Groups of rows for group splitters, by the values of a column such as a patient or a site. */
public final class FoldGroups {
  /** Smallest mean group size, which excludes measurements. */
  private static final int MIN_MEAN_ROWS = 2;

  private FoldGroups() {
  }

  /** Number of groups by candidate column, those that are not inputs first. Empty if the data are not a table. Reads all numbers. */
  public static Map<String, Integer> columns(Dataset data) {
    Map<String, Integer> found = new LinkedHashMap<>();
    if (data.isTable()) {
      data.about().groupColumns().forEach(column -> found.put(column.name(), column.count()));
      data.about().features().stream().map(Feature::column).distinct().forEach(column -> {
        int groups = (int) IntStream.of(of(data, column)).distinct().count();
        if (groups > 1 && groups <= data.rows() / MIN_MEAN_ROWS) {
          found.put(column, groups);
        }
      });
    }
    return found;
  }

  /**
   * Group index of each row; missing values form one group.
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
    Map<List<Double>, Integer> numbers = new HashMap<>();
    int[] groups = new int[data.rows()];
    for (int row = 0; row < groups.length; row++) {
      List<Double> value = new ArrayList<>();
      for (int place : places) {
        value.add(data.exactInput(row, place));
      }
      groups[row] = numbers.computeIfAbsent(value, fresh -> numbers.size());
    }
    return groups;
  }
}
