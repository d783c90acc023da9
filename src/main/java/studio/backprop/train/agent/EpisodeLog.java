package studio.backprop.train.agent;

import studio.backprop.train.record.KeptState;

/** All episodes of a training, and how well its agent acted greedily whenever that was looked at. */
public final class EpisodeLog {
  /** Of how many episodes a mean is told. */
  public static final int LAST = 100;

  private final FloatLog returns = new FloatLog();
  private final FloatLog lengths = new FloatLog();
  /** Steps in all worlds when each ended. */
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

  /** It was looked how well it acts greedily. */
  public void looked(double greedy, long taken) {
    looks.add(greedy);
    looked.add(taken);
  }

  /** The return of each episode, the reward of all its steps together, as it was earned while learning. */
  public FloatLog returns() {
    return returns;
  }

  public FloatLog lengths() {
    return lengths;
  }

  /** Steps in all worlds together when each episode ended. */
  public FloatLog ends() {
    return ends;
  }

  /** The mean greedy return at each look. */
  public FloatLog looks() {
    return looks;
  }

  /** Steps in all worlds at each look. */
  public FloatLog lookedAt() {
    return looked;
  }

  /** The highest mean of a hundred episodes in a row; NaN before there were so many. */
  public double bestMean() {
    return bestMean;
  }

  /** What is known by now, for another thread. */
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
