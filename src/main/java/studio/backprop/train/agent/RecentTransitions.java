package studio.backprop.train.agent;

/**
 * Latest transitions that an agent learns from, newest first. Immutable.
 *
 * @param width of an observation
 * @param observations before each, [count × width], scaled
 * @param selections of the actions; empty of a policy, which samples every action
 * @param rewards r; empty of rollouts
 * @param nextObservations after each, [count × width], NaN if unknown; empty of rollouts
 * @param terminated whether each terminated its episode; empty of rollouts
 * @param advantages standardized over the rollout; empty of value methods
 * @param wanted returns for the critic, or targets y; empty if unknown
 */
public record RecentTransitions(
    int width, float[] observations, int[] actions, ActionSelection[] selections, float[] rewards, float[] nextObservations,
    boolean[] terminated, float[] advantages, float[] wanted) {
  static final int MAX_TRANSITIONS = 100;

  public int count() {
    return actions.length;
  }

  static RecentTransitions of(ReplayMemory memory, int width) {
    int count = Math.min(MAX_TRANSITIONS, memory.size());
    RecentTransitions all = new RecentTransitions(width, new float[count * width], new int[count], new ActionSelection[count],
        new float[count],
        new float[count * width], new boolean[count], new float[0], new float[0]);
    for (int i = 0; i < count; i++) {
      int index = memory.size() - 1 - i;
      memory.observation(index, all.observations, i * width);
      memory.nextObservation(index, all.nextObservations, i * width);
      all.actions[i] = memory.action(index);
      all.selections[i] = memory.selection(index);
      all.rewards[i] = (float) memory.reward(index);
      all.terminated[i] = memory.terminated(index);
    }
    return all;
  }

  /** Of an agent without replay memory. @param next next observation; NaN at the end of an episode */
  static RecentTransitions of(Transition last, float[] observation, float[] next) {
    return new RecentTransitions(observation.length, observation.clone(), new int[] {last.action()},
        new ActionSelection[] {last.selection()},
        new float[] {(float) last.reward()}, next, new boolean[] {last.terminated()}, new float[0], new float[] {(float) last.target()});
  }
}
