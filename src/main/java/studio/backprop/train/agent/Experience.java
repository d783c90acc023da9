package studio.backprop.train.agent;

import java.util.Optional;
import studio.backprop.train.record.KeptState;

/**
 * How an agent comes to the examples of its updates: it acts, remembers, and chooses. All that is drawn is numbered by updates and by
 * steps in the worlds.
 */
public interface Experience {
  /** Acts if a round begins, and chooses the examples of an update. @param update counted from 0; each follows the one before */
  void deal(long update);

  /** The examples chosen last. */
  Dealt dealt();

  /** How the target of the first example came about; empty where there is none, or before the first update. */
  default Optional<Transition> last() {
    return Optional.empty();
  }

  /** What is remembered; empty where nothing is. */
  default Optional<ReplayMemory> memory() {
    return Optional.empty();
  }

  /** How far a target network is behind, ‖w − w⁻‖ ⁄ ‖w‖; NaN where there is none. */
  default double behind() {
    return Double.NaN;
  }

  Worlds worlds();

  EpisodeLog log();

  void write(KeptState.Writer to);

  void read(KeptState.Reader from);
}
