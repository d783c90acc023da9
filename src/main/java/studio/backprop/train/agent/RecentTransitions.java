package studio.backprop.train.agent;

/**
 * Steps that an agent learns from, for whoever looks, the newest first. Nobody changes it any more.
 *
 * @param width numbers of an observation
 * @param observations what the agent saw before each, [count × width], scaled as its network reads it
 * @param actions that were taken
 * @param selections how each was chosen; empty of a policy, which draws every action by its probability
 * @param rewards r of each; empty where only what was made of them is kept
 * @param nextObservations what it saw after each, [count × width], NaN where that is not known; empty where none is kept
 * @param terminated whether a step ended the episode by itself; empty where that is not kept
 * @param advantages of each, standardized over its round; empty of values
 * @param wanted the return that a critic is to expect of each, or the target y; empty where there is none yet
 */
public record RecentTransitions(
    int width, float[] observations, int[] actions, ActionSelection[] selections, float[] rewards, float[] nextObservations,
    boolean[] terminated, float[] advantages, float[] wanted) {
  /** At most so many are shown. */
  static final int MOST = 100;

  public int count() {
    return actions.length;
  }

  /** Of a replay memory. */
  static RecentTransitions of(ReplayMemory memory, int width) {
    int count = Math.min(MOST, memory.size());
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

  /** The one step that an agent without a memory learns from. @param next what it saw after it, NaN where the episode ended */
  static RecentTransitions of(Transition last, float[] observation, float[] next) {
    return new RecentTransitions(observation.length, observation.clone(), new int[] {last.action()},
        new ActionSelection[] {last.selection()},
        new float[] {(float) last.reward()}, next, new boolean[] {last.terminated()}, new float[0], new float[] {(float) last.target()});
  }
}
