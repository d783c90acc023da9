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

/**
 * Searches of the open project that another one has taken the place of. Each can be brought back, and the best so far of some is drawn
 * beside that of the one that is shown.
 */
final class EarlierSearches {
  private static final int MOST = 8;
  /** Of each the weights of the best trials are kept, in so many bytes: the others would train anew, to the same bits. */
  private static final long BYTES = 8L << 20;
  /** More lines beside its own could not be told apart. */
  private static final int MOST_LINES = 3;

  private final SearchModel model;
  private final ObservableList<SearchRecord> all = FXCollections.observableArrayList();

  EarlierSearches(SearchModel model) {
    this.model = model;
  }

  /** The latest first. */
  ObservableList<SearchRecord> all() {
    return all;
  }

  /** One that has tried something takes the place of one that was made alike. */
  void add(SearchRecord search) {
    if (!search.trials().isEmpty()) {
      all.removeIf(old -> old.settings().equals(search.settings()) && sameBase(old.base(), search.base()));
      all.add(0, search.within(BYTES));
      all.remove(Math.min(MOST, all.size()), all.size());
    }
  }

  void clear() {
    all.clear();
  }

  /** It is the search that is shown again, and what is requested; the one that was shown is an earlier one. */
  void bringBack(SearchRecord then) {
    if (model.stateProperty().get() == SearchModel.State.RESTING && all.remove(then)) {
      model.leave();
      model.plan().take(Message.of("trials.earlier.edit"), then.settings());
      model.shown().open(then);
      model.shown().keep();
      model.open();
    }
  }

  /**
   * Those of the same project that are judged alike, so that their best so far can be drawn beside that of a search: first those that
   * differ in nothing but the method, then the latest.
   */
  List<SearchRecord> comparable(SearchRecord search) {
    SearchSettings own = search.settings();
    return IntStream.range(0, all.size()).filter(i -> sameBase(all.get(i).base(), search.base())
            && all.get(i).settings().goal() == own.goal() && !all.get(i).settings().equals(own)).boxed()
        .sorted(Comparator.comparing(i -> !all.get(i).settings().withMethod(own.method()).equals(own))).limit(MOST_LINES)
        .map(all::get).toList();
  }

  /** Whether two projects train alike but for names, places and the threshold. */
  static boolean sameBase(Project one, Project other) {
    return one.training().equals(other.training()) && one.assignment().equals(other.assignment())
        && one.network().computed().equals(other.network().computed());
  }
}
