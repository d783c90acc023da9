package studio.backprop.train.agent;

/** How episodes went by some step: a view of a log to which others append behind what is counted here. */
public final class EpisodeCurves {
  private final float[] returns;
  private final float[] ends;
  private final int count;
  private final float[] looks;
  private final float[] lookedAt;
  private final int lookCount;

  EpisodeCurves(EpisodeLog log) {
    this.returns = log.returns().array();
    this.ends = log.ends().array();
    this.count = log.returns().count();
    this.looks = log.looks().array();
    this.lookedAt = log.lookedAt().array();
    this.lookCount = log.looks().count();
  }

  /** Episodes that ended. */
  public int count() {
    return count;
  }

  /** The return of an episode, as it was earned while learning. */
  public double returned(int episode) {
    return returns[episode];
  }

  /** Steps in all worlds together when it ended. */
  public double end(int episode) {
    return ends[episode];
  }

  /** The mean return of an episode and those before it, {@link EpisodeLog#LAST} at most. */
  public double mean(int episode) {
    int from = Math.max(0, episode + 1 - EpisodeLog.LAST);
    double sum = 0;
    for (int i = from; i <= episode; i++) {
      sum += returns[i];
    }
    return sum / (episode + 1 - from);
  }

  /** How often it was looked how well the agent acts greedily. */
  public int looks() {
    return lookCount;
  }

  /** The mean return then. */
  public double look(int look) {
    return looks[look];
  }

  /** The look with the highest mean, the last of several: its weights are kept. Only where there was one. */
  public int bestLook() {
    int best = 0;
    for (int i = 1; i < lookCount; i++) {
      best = looks[i] >= looks[best] ? i : best;
    }
    return best;
  }

  /** Steps in all worlds by then. */
  public double lookedAt(int look) {
    return lookedAt[look];
  }
}
