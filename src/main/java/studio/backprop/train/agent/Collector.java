package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.train.record.KeptState;

/**
 * Collector of an agent's experience: acts, stores transitions and makes the batches of its updates. Random numbers are indexed by update
 * and by environment step.
 */
public interface Collector {
  /** Acts if a round begins, and fills the batch of an update. @param update consecutive, from 0 */
  void deal(long update);

  /** Applies changes of settings, such as ε. */
  default void follow(AgentMethod live) {}

  /** Whether there is a batch, possibly restored. */
  boolean hasLearned();

  /** Last batch; after a restart its first example only. */
  AgentBatch dealt();

  /** The first example's transition; empty if none. */
  default Optional<Transition> last() {
    return Optional.empty();
  }

  /** Sets Q(s, a) of the first example. */
  default void valued(double value) {}

  default Optional<ReplayMemory> memory() {
    return Optional.empty();
  }

  /** Empty without replay memory. */
  default Optional<ReplaySnapshot> memorySight() {
    return Optional.empty();
  }

  /** Current rollout; empty of value methods. */
  default Optional<RolloutSnapshot> rollout() {
    return Optional.empty();
  }

  Optional<RecentTransitions> lived();

  /** Largest next-state value in the last updates; NaN if unknown. */
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
