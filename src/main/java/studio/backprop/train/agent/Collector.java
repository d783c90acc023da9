package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.train.record.KeptState;

/**
 * Collector of an agent's experience: acts, stores transitions and makes the batches of its updates. Random numbers are indexed by update
 * and by environment step.
 */
public interface Collector {
  /** Acts if a round begins, and makes the batch of an update. @param update from 0; each follows the one before */
  void deal(long update);

  /** Adopts what may change during training, such as ε. */
  default void follow(AgentMethod live) {}

  /** Whether there is a batch, or that of an earlier step is known. */
  boolean hasLearned();

  /** The last batch; after a restart its first example. */
  AgentBatch dealt();

  /** The first example's transition; empty where there is none, or before the first update. */
  default Optional<Transition> last() {
    return Optional.empty();
  }

  /** Sets Q(s, a) of the first example, to be kept with it. */
  default void valued(double value) {}

  default Optional<ReplayMemory> memory() {
    return Optional.empty();
  }

  /** Snapshot of the replay memory, with the indices of the batch; empty without one. */
  default Optional<ReplaySnapshot> memorySight() {
    return Optional.empty();
  }

  /** The current rollout; empty of values. */
  default Optional<RolloutSnapshot> rollout() {
    return Optional.empty();
  }

  /** Transitions that it learns from, newest first; empty before there are any. */
  Optional<RecentTransitions> lived();

  /** Largest value of a next state in the last updates; NaN if unknown. */
  double highest();

  default Optional<TargetNetworkSnapshot> target() {
    return Optional.empty();
  }

  CollectionTimes clock();

  VectorEnvironment worlds();

  EpisodeLog log();

  void write(KeptState.Writer to);

  void read(KeptState.Reader from);
}
