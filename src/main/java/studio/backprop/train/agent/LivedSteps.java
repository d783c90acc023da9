package studio.backprop.train.agent;

/**
 * Steps that an agent learns from, for whoever looks, the newest first. Nobody changes it any more.
 *
 * @param width numbers of an observation
 * @param seen what the agent saw before each, [count × width], scaled as its network reads it
 * @param actions that were taken
 * @param rewards r of each; empty where only what was made of them is kept
 * @param next what it saw after each, [count × width], NaN where that is not known; empty where none is kept
 * @param ended whether a step ended the episode by itself; empty where that is not kept
 * @param advantages of each, standardized over its round; empty of values
 * @param wanted the return that a critic is to expect of each, or the target y; empty where there is none yet
 */
public record LivedSteps(
    int width, float[] seen, int[] actions, float[] rewards, float[] next, boolean[] ended, float[] advantages, float[] wanted) {
  /** At most so many are shown. */
  static final int MOST = 100;

  public int count() {
    return actions.length;
  }

  /** Of a replay memory. */
  static LivedSteps of(ReplayMemory memory, int width) {
    int count = Math.min(MOST, memory.size());
    LivedSteps all = new LivedSteps(width, new float[count * width], new int[count], new float[count], new float[count * width],
        new boolean[count], new float[0], new float[0]);
    for (int i = 0; i < count; i++) {
      int index = memory.size() - 1 - i;
      memory.seen(index, all.seen, i * width);
      memory.next(index, all.next, i * width);
      all.actions[i] = memory.action(index);
      all.rewards[i] = (float) memory.reward(index);
      all.ended[i] = memory.ended(index);
    }
    return all;
  }

  /** The one step that an agent without a memory learns from. @param next what it saw after it, NaN where the episode ended */
  static LivedSteps of(Transition last, float[] seen, float[] next) {
    return new LivedSteps(seen.length, seen.clone(), new int[] {last.action()}, new float[] {(float) last.reward()}, next,
        new boolean[] {last.terminated()}, new float[0], new float[] {(float) last.target()});
  }
}
