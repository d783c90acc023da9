package studio.backprop.train.agent;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.train.record.KeptState;

/** Replay buffer of the last transitions (s, a, r, s′, terminated), in append-only blocks that saved states share. Lin 1992. */
public final class ReplayMemory {
  private static final int BLOCK = 1024;
  private static final long MAX_ADDED = 1L << 40;
  /** Action, reward, and code of selection and termination. */
  private static final int SCALARS = 3;
  /** Largest number of cells of a snapshot. */
  private static final int CELLS = 256;

  private final int width;
  private final int capacity;
  private final int row;
  private final List<float[]> blocks = new ArrayList<>();
  /** Blocks that were dropped. */
  private long dropped;
  private long added;
  private final int perCell;
  /** Ends of episodes by cell, a ring buffer of one more than fits: the oldest cell may be partly dropped. */
  private final int[] ends;

  /** @param width of an observation */
  ReplayMemory(int width, int capacity) {
    this.width = width;
    this.capacity = capacity;
    this.row = 2 * width + SCALARS;
    this.perCell = Math.max(1, capacity / CELLS);
    this.ends = new int[capacity / perCell + 2];
  }

  public int size() {
    return (int) Math.min(added, capacity);
  }

  public int capacity() {
    return capacity;
  }

  void add(float[] observation, int action, ActionSelection how, double reward, float[] nextObservation, boolean terminated) {
    if (added % BLOCK == 0) {
      blocks.add(new float[BLOCK * row]);
    }
    float[] block = block(added);
    int at = at(added);
    System.arraycopy(observation, 0, block, at, width);
    System.arraycopy(nextObservation, 0, block, at + width, width);
    block[at + 2 * width] = action;
    block[at + 2 * width + 1] = (float) reward;
    block[at + 2 * width + 2] = how.kept(terminated);
    count(added, terminated);
    added++;
    while (added - capacity >= (dropped + 1) * BLOCK) {
      blocks.remove(0);
      dropped++;
    }
  }

  private void count(long number, boolean terminated) {
    int cell = (int) (number / perCell % ends.length);
    ends[cell] = (number % perCell == 0 ? 0 : ends[cell]) + (terminated ? 1 : 0);
  }

  /** @param drawn indices of the batch */
  ReplaySnapshot sight(int[] drawn) {
    long newest = size() == 0 ? -1 : (added - 1) / perCell;
    long oldest = Math.max((added - size()) / perCell, newest + 1 - Math.max(1, capacity / perCell)); // without a partly dropped cell
    int cells = (int) (newest - oldest + 1);
    float[] shares = new float[cells];
    for (int i = 0; i < cells; i++) {
      shares[i] = (float) ends[(int) ((oldest + i) % ends.length)] / perCell;
    }
    int[] framed = new int[size() == 0 ? 0 : drawn.length];
    for (int i = 0; i < framed.length; i++) {
      framed[i] = (int) Math.max(0, number(drawn[i]) / perCell - oldest);
    }
    return new ReplaySnapshot(size(), capacity, perCell, shares, framed);
  }

  /** Block of a transition. @param number from the first one ever added */
  private float[] block(long number) {
    return blocks.get((int) (number / BLOCK - dropped));
  }

  private int at(long number) {
    return (int) (number % BLOCK) * row;
  }

  /** @param index from the oldest */
  private long number(int index) {
    return added - size() + index;
  }

  void observation(int index, float[] to, int at) {
    System.arraycopy(block(number(index)), at(number(index)), to, at, width);
  }

  void nextObservation(int index, float[] to, int at) {
    System.arraycopy(block(number(index)), at(number(index)) + width, to, at, width);
  }

  public int action(int index) {
    return (int) block(number(index))[at(number(index)) + 2 * width];
  }

  public double reward(int index) {
    return block(number(index))[at(number(index)) + 2 * width + 1];
  }

  public boolean terminated(int index) {
    return ActionSelection.terminated(kept(number(index)));
  }

  public ActionSelection selection(int index) {
    return ActionSelection.of(kept(number(index)));
  }

  private float kept(long number) {
    return block(number)[at(number) + 2 * width + 2];
  }

  /** Whether it is an integer from 0 to {@code many} − 1. */
  private static boolean isOneOf(float number, int many) {
    return number >= 0 && number < many && number == Math.rint(number);
  }

  void write(KeptState.Writer to) {
    to.put(added);
    to.put(dropped);
    to.put(blocks.size());
    blocks.forEach(to::shared);
  }

  /** @param actions number of actions */
  void read(KeptState.Reader from, int actions) {
    added = from.whole(0, MAX_ADDED);
    dropped = from.whole(0, added);
    int count = (int) from.whole(0, Integer.MAX_VALUE);
    from.check(dropped * BLOCK <= added - size() && added <= (dropped + count) * BLOCK);
    blocks.clear();
    for (int i = 0; i < count; i++) {
      float[] block = from.shared();
      blocks.add(i == count - 1 ? block.clone() : block); // a later state may have appended
    }
    for (int i = 0; i < size(); i++) {
      float[] block = block(number(i));
      int at = at(number(i)) + 2 * width;
      from.check(isOneOf(block[at], actions) && isOneOf(block[at + 2], ActionSelection.KEPT));
    }
    for (long number = (added - size()) / perCell * perCell; number < added; number++) {
      count(number, number >= added - size() && ActionSelection.terminated(kept(number)));
    }
  }
}
