package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.trial.SearchRecord;

/** Order of the axes, which the user may change. */
final class AxisPlaces {
  private AxisPlaces() {}

  /** All hyperparameters in axis order. */
  static List<Dimension> of(SearchRecord search) {
    List<Dimension> all = new ArrayList<>(search.settings().space().dimensions());
    all.sort(Comparator.comparingInt((Dimension dimension) -> {
      int place = search.axes().indexOf(dimension.name());
      return place < 0 ? Integer.MAX_VALUE : place;
    }));
    return all;
  }

  /**
   * Names after one was moved.
   *
   * @param by places to the right
   */
  static List<String> moved(SearchRecord search, String name, int by) {
    List<String> names = new ArrayList<>(of(search).stream().map(Dimension::name).toList());
    int from = names.indexOf(name);
    if (from >= 0) {
      names.remove(from);
      names.add(Math.max(0, Math.min(names.size(), from + by)), name);
    }
    return List.copyOf(names);
  }
}
