package studio.backprop.ui.compare.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.project.Project;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.text.Message;

/** Replaced searches of the open project. Each can be restored, and compared with the current one by its best so far. */
final class EarlierSearches {
  private static final int MAX_SEARCHES = 8;
  /** Limit of the stored weights per search; without weights trials are retrained, bit by bit the same. */
  private static final long BYTES = 8L << 20;
  /** Maximum number of additional lines. */
  private static final int MAX_LINES = 3;

  private final SearchModel model;
  private final ObservableList<SearchRecord> all = FXCollections.observableArrayList();

  EarlierSearches(SearchModel model) {
    this.model = model;
  }

  ObservableList<SearchRecord> all() {
    return all;
  }

  /** Adds a search; one with results replaces an equal one. */
  void add(SearchRecord search) {
    if (!search.trials().isEmpty()) {
      all.removeIf(old -> old.settings().equals(search.settings()) && sameBase(old.base(), search.base()));
      all.add(0, search.within(BYTES));
      all.remove(Math.min(MAX_SEARCHES, all.size()), all.size());
    }
  }

  void clear() {
    all.clear();
  }

  /** Makes it the current search with its settings; the current one becomes an earlier one. */
  void bringBack(SearchRecord then) {
    if (model.stateProperty().get() == SearchModel.State.RESTING && all.remove(then)) {
      model.leave();
      model.plan().take(Message.of("trials.earlier.edit"), then.settings());
      model.shown().open(then);
      model.shown().keep();
      model.open();
    }
  }

  /** Searches of the same project with the same goal: first those that differ only in the method, then the latest. */
  List<SearchRecord> comparable(SearchRecord search) {
    SearchSettings own = search.settings();
    return IntStream.range(0, all.size()).filter(i -> sameBase(all.get(i).base(), search.base())
            && all.get(i).settings().goal() == own.goal() && !all.get(i).settings().equals(own)).boxed()
        .sorted(Comparator.comparing(i -> !all.get(i).settings().withMethod(own.method()).equals(own))).limit(MAX_LINES)
        .map(all::get).toList();
  }

  /** Whether two projects train alike, apart from names, positions and the threshold. */
  static boolean sameBase(Project one, Project other) {
    return one.training().equals(other.training()) && one.assignment().equals(other.assignment())
        && one.network().computed().equals(other.network().computed());
  }
}
