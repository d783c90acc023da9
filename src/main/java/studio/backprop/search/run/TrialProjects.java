package studio.backprop.search.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchRecord;

/**
 * The projects of a search's trials. Each is asked for when it is checked and again at each rung, and to make it takes about as long as an
 * epoch of a small network: so the last ones are kept.
 */
final class TrialProjects {
  private static final int MOST = 512;

  private final SearchRecord search;
  private final List<Searchable> known;
  private final Map<Integer, Made> made = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Made> eldest) {
      return size() > MOST;
    }
  };

  /** @param drawn what it was made of */
  private record Made(List<Double> drawn, Space.Candidate candidate) {
    boolean is(List<Double> values) {
      return drawn.equals(values) || candidate.values().equals(values);
    }
  }

  /** @param search as it was at any time: its base and its settings count */
  TrialProjects(SearchRecord search) {
    this.search = search;
    this.known = Searchables.of(search.base());
  }

  /** That of a trial, or of one that has such values. */
  synchronized Space.Candidate of(int number, List<Double> values) {
    Made there = made.get(number);
    if (there == null || !there.is(values)) {
      there = new Made(values, search.candidate(known, number, values));
      made.put(number, there);
    }
    return there.candidate();
  }
}
