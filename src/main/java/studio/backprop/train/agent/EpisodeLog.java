package studio.backprop.train.agent;

import studio.backprop.train.record.KeptState;

/** Log of all training episodes and greedy evaluations of an agent. */
public final class EpisodeLog {
  /** Window of the mean return. */
  public static final int LAST = 100;

  private final FloatLog returns = new FloatLog();
  private final FloatLog lengths = new FloatLog();
  private final FloatLog ends = new FloatLog();
  private final FloatLog looks = new FloatLog();
  private final FloatLog looked = new FloatLog();
  private double bestMean = Double.NaN;

  void ended(double returned, int length, long taken) {
    returns.add(returned);
    lengths.add(length);
    ends.add(taken);
    if (returns.count() >= LAST) {
      bestMean = Double.isNaN(bestMean) ? returns.meanOfLast(LAST) : Math.max(bestMean, returns.meanOfLast(LAST));
    }
  }

  /** Adds a greedy evaluation. */
  public void looked(double greedy, long taken) {
    looks.add(greedy);
    looked.add(taken);
  }

  /** Undiscounted return of each training episode. */
  public FloatLog returns() {
    return returns;
  }

  public FloatLog lengths() {
    return lengths;
  }

  /** Steps in all environments when each episode ended. */
  public FloatLog ends() {
    return ends;
  }

  /** Mean returns of the greedy evaluations. */
  public FloatLog looks() {
    return looks;
  }

  /** Steps in all environments at each evaluation. */
  public FloatLog lookedAt() {
    return looked;
  }

  /** Highest mean of a hundred episodes in a row; NaN of fewer. */
  public double bestMean() {
    return bestMean;
  }

  /** Immutable view, for another thread. */
  public EpisodeCurves curves() {
    return new EpisodeCurves(this);
  }

  void write(KeptState.Writer to) {
    to.put(bestMean);
    for (FloatLog log : new FloatLog[] {returns, lengths, ends, looks, looked}) {
      log.write(to);
    }
  }

  void read(KeptState.Reader from) {
    bestMean = from.number();
    for (FloatLog log : new FloatLog[] {returns, lengths, ends, looks, looked}) {
      log.read(from);
    }
  }
}
