package studio.backprop.ui.search;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.project.Project;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;

/** Searches that were made before, without their weights: the best so far of one method is drawn beside that of another. */
final class EarlierSearches {
  private static final int MOST = 8;

  private final List<SearchRecord> all = new ArrayList<>();

  void add(SearchRecord search) {
    if (!search.trials().isEmpty()) {
      all.removeIf(old -> old.settings().equals(search.settings()));
      all.add(search.within(0));
      all.subList(0, Math.max(0, all.size() - MOST)).clear();
    }
  }

  void clear() {
    all.clear();
  }

  /** Those of the same space with the same budget and seed, by another method. */
  List<SearchRecord> comparable(SearchRecord search) {
    SearchSettings own = search.settings();
    return all.stream().filter(other -> sameBase(other.base(), search.base()) && other.settings().method() != own.method()
        && other.settings().withMethod(own.method()).equals(own)).toList();
  }

  /** Whether two projects train alike but for names, places and the threshold. */
  static boolean sameBase(Project one, Project other) {
    return one.training().equals(other.training()) && one.assignment().equals(other.assignment())
        && one.network().computed().equals(other.network().computed());
  }
}
