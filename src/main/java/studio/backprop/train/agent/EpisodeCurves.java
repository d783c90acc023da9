package studio.backprop.train.agent;

/** Learning curves of an agent up to a step: immutable view of an append-only log. */
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

  public int count() {
    return count;
  }

  public double returned(int episode) {
    return returns[episode];
  }

  /** Steps in all environments when it ended. */
  public double end(int episode) {
    return ends[episode];
  }

  /** Mean return of an episode and those before it, {@link EpisodeLog#LAST} at most. */
  public double mean(int episode) {
    int from = Math.max(0, episode + 1 - EpisodeLog.LAST);
    double sum = 0;
    for (int i = from; i <= episode; i++) {
      sum += returns[i];
    }
    return sum / (episode + 1 - from);
  }

  /** Number of greedy evaluations. */
  public int looks() {
    return lookCount;
  }

  /** Mean return of an evaluation. */
  public double look(int look) {
    return looks[look];
  }

  /** Evaluation with the highest mean, the last of several. Requires at least one. */
  public int bestLook() {
    int best = 0;
    for (int i = 1; i < lookCount; i++) {
      best = looks[i] >= looks[best] ? i : best;
    }
    return best;
  }

  /** Steps in all environments at an evaluation. */
  public double lookedAt(int look) {
    return lookedAt[look];
  }
}
