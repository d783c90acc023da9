package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.train.record.KeptState;

/**
 * How an agent comes to the examples of its updates: it acts, remembers, and chooses. All that is drawn is numbered by updates and by
 * steps in the worlds.
 */
public interface Collector {
  /** Acts if a round begins, and chooses the examples of an update. @param update counted from 0; each follows the one before */
  void deal(long update);

  /** Takes over what may change while an agent learns, such as ε. */
  default void follow(AgentMethod live) {}

  /** Whether examples were chosen, or those of an earlier step are known. */
  boolean hasLearned();

  /** The examples chosen last; after a restart the first of them. */
  AgentBatch dealt();

  /** How the target of the first example came about; empty where there is none, or before the first update. */
  default Optional<Transition> last() {
    return Optional.empty();
  }

  /** Tells what Q(s, a) was for the first example, so that it is kept with it. */
  default void valued(double value) {}

  /** What is remembered; empty where nothing is. */
  default Optional<ReplayMemory> memory() {
    return Optional.empty();
  }

  /** The same for whoever looks, with the rows of the batch. */
  default Optional<ReplaySnapshot> memorySight() {
    return Optional.empty();
  }

  /** What the policy brought in this round; empty of values. */
  default Optional<RolloutSnapshot> rollout() {
    return Optional.empty();
  }

  /** The steps that it learns from, the newest first; empty before there are any. */
  Optional<RecentTransitions> lived();

  /** The most that a next state was thought to be worth in the last updates; NaN where that is not known. */
  double highest();

  /** Its target network; empty where there is none. */
  default Optional<TargetNetworkSnapshot> target() {
    return Optional.empty();
  }

  /** How long it takes to act. */
  CollectionTimes clock();

  VectorEnvironment worlds();

  EpisodeLog log();

  void write(KeptState.Writer to);

  void read(KeptState.Reader from);
}
