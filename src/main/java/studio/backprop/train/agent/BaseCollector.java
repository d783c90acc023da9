package studio.backprop.train.agent;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.train.record.KeptState;

/** Base of the collectors: environments, episode log and last batch. */
abstract class BaseCollector implements Collector {
  /** Window of {@link #highest}, in updates. */
  private static final int RECENT = 50;

  final VectorEnvironment environments;
  final EpisodeLog log = new EpisodeLog();
  final AgentBatch dealt;
  final CollectionTimes clock = new CollectionTimes(System::nanoTime);
  /** The first example's transition; null before the first update. */
  Transition last;
  private boolean learned;
  /** For display only: neither learning nor a checkpoint depends on it. */
  private final double[] nextValues = new double[RECENT];
  private int recorded;

  BaseCollector(VectorEnvironment environments, int batch) {
    this.environments = environments;
    this.dealt = new AgentBatch(batch, environments.world().observed().size(), environments.world().actions().size());
    Arrays.fill(nextValues, Double.NaN);
  }

  @Override
  public final boolean hasLearned() {
    return learned;
  }

  final void markLearned() {
    learned = true;
  }

  /** Records the largest next-state value of an update. */
  final void recordNextValue(double most) {
    nextValues[recorded++ % RECENT] = most;
  }

  @Override
  public final double highest() {
    return Arrays.stream(nextValues).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
  }

  @Override
  public final Optional<Transition> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public final void valued(double value) {
    last = last == null ? null : last.valued(value);
  }

  @Override
  public final AgentBatch dealt() {
    return dealt;
  }

  @Override
  public final CollectionTimes clock() {
    return clock;
  }

  @Override
  public final VectorEnvironment worlds() {
    return environments;
  }

  @Override
  public final EpisodeLog log() {
    return log;
  }

  @Override
  public final void write(KeptState.Writer to) {
    environments.write(to);
    log.write(to);
    to.put(learned ? 1 : 0);
    to.put(last == null ? 0 : 1);
    dealt.writeFirst(to);
    if (last != null) {
      last.write(to);
    }
    writeOwn(to);
  }

  @Override
  public final void read(KeptState.Reader from) {
    environments.read(from);
    log.read(from);
    learned = from.number() == 1;
    boolean known = from.number() == 1;
    dealt.readFirst(from);
    last = known ? Transition.read(from) : null;
    int actions = environments.world().actions().size();
    from.check(dealt.taken[0] >= 0 && dealt.taken[0] < actions && (last == null || last.action() >= 0 && last.action() < actions));
    readOwn(from);
    Arrays.fill(nextValues, Double.NaN);
  }

  /** Writes the collector's own state, without environments and episodes. */
  abstract void writeOwn(KeptState.Writer to);

  abstract void readOwn(KeptState.Reader from);
}
