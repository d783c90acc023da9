package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.backprop.generative.AdversarialRound;
import studio.backprop.generative.RoundLog;

/** Mode coverage over a run, which may consist of parts before and after an undo. */
final class ModeCounts {
  /**
   * @param to its last round within this run
   * @param alike whether its weights fit the current network
   */
  private record Part(RoundLog rounds, long to, boolean alike) {
    private Part upTo(long step, boolean same) {
      return new Part(rounds, Math.min(to, step), alike && same);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private NavigableMap<Long, RoundLog.Count> all = new TreeMap<>();
  private long known = -1;

  /** Continues with a part from a step; no effect if it is the same. */
  void goOn(RoundLog rounds, long from) {
    if (parts.stream().noneMatch(part -> part.rounds == rounds)) {
      parts.replaceAll(part -> part.upTo(from, true));
      parts.add(new Part(rounds, Long.MAX_VALUE, true));
    }
  }

  /**
   * Begins with the part of another run up to a step.
   *
   * @param alike whether both have the same network and data
   */
  void goOnFrom(ModeCounts other, long step, boolean alike) {
    List<Part> before = other.parts.stream().map(part -> part.upTo(step, alike)).toList();
    parts.addAll(0, before);
    known = -1;
  }

  /** Adds counts from a file. */
  void recall(NavigableMap<Long, RoundLog.Count> counts) {
    if (!counts.isEmpty()) {
      parts.add(0, new Part(RoundLog.of(counts), counts.lastKey(), false));
      known = -1;
    }
  }

  /** Keeps only the counts of a run that cannot be resumed. */
  void letGo() {
    parts.replaceAll(part -> new Part(part.rounds.withoutWaiting(), part.to, false));
    known = -1;
  }

  NavigableMap<Long, RoundLog.Count> all() {
    long changes = parts.stream().mapToLong(part -> part.rounds.changes()).sum() + parts.size();
    if (changes != known) {
      known = changes;
      all = new TreeMap<>();
      parts.forEach(part -> all.putAll(part.rounds.counts(part.to)));
    }
    return all;
  }

  boolean waits() {
    return parts.stream().anyMatch(part -> part.alike && part.rounds.waits(part.to));
  }

  Counting counting() {
    List<Part> now = parts.stream().filter(Part::alike).toList();
    return judge -> now.stream().anyMatch(part -> part.rounds.judgeNext(part.to, judge));
  }

  @FunctionalInterface
  interface Counting {
    /** Counts the first pending round; false if there was none. */
    boolean next(Consumer<AdversarialRound> judge);
  }
}
