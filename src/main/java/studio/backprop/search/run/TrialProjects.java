package studio.backprop.search.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.search.space.Searchable;
import studio.backprop.search.space.Searchables;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchRecord;

/** Cache of the projects of a search's trials. Thread-safe. */
final class TrialProjects {
  private static final int MAX_PROJECTS = 512;

  private final SearchRecord search;
  private final List<Searchable> known;
  private final Map<Integer, Made> made = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Made> eldest) {
      return size() > MAX_PROJECTS;
    }
  };

  /** @param drawn values it was made of */
  private record Made(List<Double> drawn, Space.Candidate candidate) {
    boolean is(List<Double> values) {
      return drawn.equals(values) || candidate.values().equals(values);
    }
  }

  /** @param search of which base and settings count */
  TrialProjects(SearchRecord search) {
    this.search = search;
    this.known = Searchables.of(search.base());
  }

  synchronized Space.Candidate of(int number, List<Double> values) {
    Made there = made.get(number);
    if (there == null || !there.is(values)) {
      there = new Made(values, search.candidate(known, number, values));
      made.put(number, there);
    }
    return there.candidate();
  }
}
