package studio.backprop.ui.workspace.run;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import studio.backprop.generative.AdversarialRound;
import studio.backprop.generative.RoundLog;

/** How much the generator covered over the course of a run, which may have been trained in several parts: up to an undo, and after it. */
final class ModeCounts {
  /**
   * @param to the last round of it that belongs to the course
   * @param alike whether its weights are those of the network of now
   */
  private record Part(RoundLog rounds, long to, boolean alike) {
    private Part upTo(long step, boolean same) {
      return new Part(rounds, Math.min(to, step), alike && same);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private NavigableMap<Long, RoundLog.Count> all = new TreeMap<>();
  private long known = -1;

  /** A run goes on with the course from a step; the same one once. */
  void goOn(RoundLog rounds, long from) {
    if (parts.stream().noneMatch(part -> part.rounds == rounds)) {
      parts.replaceAll(part -> part.upTo(from, true));
      parts.add(new Part(rounds, Long.MAX_VALUE, true));
    }
  }

  /** The first part is that of another course, up to a step. @param alike whether both have the same network and data */
  void goOnFrom(ModeCounts other, long step, boolean alike) {
    List<Part> before = other.parts.stream().map(part -> part.upTo(step, alike)).toList();
    parts.addAll(0, before);
    known = -1;
  }

  /** What a file says of the course before. */
  void recall(NavigableMap<Long, RoundLog.Count> counts) {
    if (!counts.isEmpty()) {
      parts.add(0, new Part(RoundLog.of(counts), counts.lastKey(), false));
      known = -1;
    }
  }

  /** Nobody comes back to the run: only what was counted is kept. */
  void letGo() {
    parts.replaceAll(part -> new Part(part.rounds.withoutWaiting(), part.to, false));
    known = -1;
  }

  /** What was counted so far, by the round. */
  NavigableMap<Long, RoundLog.Count> all() {
    long changes = parts.stream().mapToLong(part -> part.rounds.changes()).sum() + parts.size();
    if (changes != known) {
      known = changes;
      all = new TreeMap<>();
      parts.forEach(part -> all.putAll(part.rounds.counts(part.to)));
    }
    return all;
  }

  /** Whether there are weights that wait to be counted. */
  boolean waits() {
    return parts.stream().anyMatch(part -> part.alike && part.rounds.waits(part.to));
  }

  /** Counts the weights that wait, one call after the other, on another thread. */
  Counting counting() {
    List<Part> now = parts.stream().filter(Part::alike).toList();
    return judge -> now.stream().anyMatch(part -> part.rounds.judgeNext(part.to, judge));
  }

  /** What is to be counted. */
  @FunctionalInterface
  interface Counting {
    /** Judges the first that waits. @return whether one has waited */
    boolean next(Consumer<AdversarialRound> judge);
  }
}
